#!/bin/sh
# Trains the attribution extractor: sh training/attribution/train.sh POLNEAR-TRAIN.jsonl.gz WORK-FOLDER
# Needs g++, a build of src/ in dist/ (npm run build) and weights/reader. About 15 CPU-minutes, one core, 3 GB of memory.
set -eu
here=$(dirname "$0")
gold=$1
work=$2
dist=$here/../../dist
g++ -O3 -o "$work/crf" "$here/crf.cpp"
node "$here/dump.mjs" cues "$dist" "$gold" "$work/cues.train"
# Two folds, so that the second model is trained on cues found by a model that does not know the article.
"$work/crf" 3 "$work/cues.train" "$work/cues.0.bin" --fold 0 --epochs 3 --out 0.3
"$work/crf" 3 "$work/cues.train" "$work/cues.1.bin" --fold 1 --epochs 3 --out 0.3
node "$here/dump.mjs" parts "$dist" "$gold" "$work/parts.train" "$work/cues.0.bin" "$work/cues.1.bin"
"$work/crf" 3 "$work/cues.train" "$here/../../weights/attribution/cues.bin" --epochs 3 --out 0.3
"$work/crf" 3 "$work/parts.train" "$here/../../weights/attribution/parts.bin" --epochs 4 --rate 0.1 --out 0.2 --least 4
