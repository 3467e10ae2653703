#!/bin/sh
# Trains the attribution extractor: sh training/attribution/train.sh POLNEAR-TRAIN.jsonl.gz POLNEAR-DEV.jsonl SILVER.jsonl WORK-FOLDER [train.py options]
# SILVER.jsonl is `predict attribution` of a former extractor on POLNEAR-TRAIN (README.md). Needs Python 3 with torch and numpy (PYTHON names it),
# gcc, a build of src/ in dist/ (npm run build) and weights/reader. About 8 CPU-minutes on one core, 2 GB of memory.
set -eu
here=$(dirname "$0")
gold=$1 dev=$2 silver=$3 work=$4
shift 4
export READER_SCRATCH="$work" OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
node "$here/dump.mjs" "$here/../../dist" "$gold" "$work/train.bin" "$silver"
node "$here/dump.mjs" "$here/../../dist" "$dev" "$work/dev.bin"
"${PYTHON:-python3}" "$here/train.py" "$work/train.bin" "$work/dev.bin" "$work/extractor.pt" epochs=12 p=0.1 pe=0.15 "$@"
"${PYTHON:-python3}" "$here/export.py" "$work/extractor.pt" "$here/../../weights/attribution/extractor.bin" onrecord-attribution-2
