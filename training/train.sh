#!/bin/sh
# Trains the reader from its sources and writes weights/reader and the sentence and word boundaries. See README.md.
# usage: [SHARED=FOLDER] train.sh TREEBANKS NER EMBEDDINGS.json SCRATCH [POLNEAR.jsonl.gz]
# SHARED: a folder with data/treebanks, data/ner and tools; the network is scored on its development sets at the end.
# QUICK=1 runs every step with seconds of training, into SCRATCH/weights, to see that all of it works.
set -e
here=$(cd "$(dirname "$0")" && pwd); root="$here/.."; py=${PYTHON:-/usr/bin/python3}
treebanks=$1; ner=$2; embeddings=$3; scratch=$4; polnear=${5:--}
reader="$root/weights/reader"; boundaries="$root/weights/boundaries"; first=24; second=41; third=15; fold=9; rounds=5; seeds=2; checked=
if [ -n "$QUICK" ]; then
  reader="$scratch/weights/reader"; boundaries="$scratch/weights/boundaries"; first=0.3; second=0.15; third=0.15; fold=0.15; rounds=2; seeds=1; checked=20
fi
export READER_SCRATCH="$scratch" PYTHONHASHSEED=0; mkdir -p "$scratch" "$reader" "$boundaries"; cd "$here"
node gazetteer.mjs "$scratch" > "$scratch/gazetteer.json" # needs: npm install --prefix "$scratch" compromise@14.17.0
"$py" data.py "$treebanks" "$ner" "$polnear" "$scratch/gazetteer.json" "$scratch/data.pkl"
"$py" prepare.py "$scratch/data.pkl" "$embeddings" "$scratch/prep.pkl"
"$py" lemmas.py "$scratch/data.pkl" "$reader" "$scratch/prep.pkl"; "$py" feats.py "$treebanks" "$reader"
"$py" train.py "$scratch/prep.pkl" "$scratch/student.pt" minutes=$first seed=1
"$py" train.py "$scratch/prep.pkl" "$scratch/second.pt" minutes=$second seed=3 init="$scratch/student.pt" lr=1.5e-3 tags=0.5 roles=0.15
names=ewt; [ "$polnear" = - ] || names=ewt,polnear
"$py" teach.py "$scratch/prep.pkl" "$scratch/taught.pkl" names=$names "$scratch/student.pt:0.5" "$scratch/second.pt:0.5"
"$py" train.py "$scratch/taught.pkl" "$scratch/third.pt" minutes=$third seed=4 init="$scratch/second.pt" lr=1e-3 tags=0.7 roles=0.1 names=0.8 aug=0.15 politics=2
"$py" average.py "$scratch/second.pt" "$scratch/third.pt" 0.3 "$scratch/final.pt"
"$py" export.py "$scratch/prep.pkl" "$scratch/final.pt" "$reader/reader.bin" onrecord-reader-1
"$py" reference.py "$reader/reader.bin" --dev "$scratch/prep.pkl" $checked
node "$root/scripts/build.mjs"
node tags/train.mjs "$treebanks" rounds=$rounds seeds=$seeds network="$reader/reader.bin" out="$reader/tags.bin"
mkdir -p "$scratch/folds"; "$py" names/folds.py "$scratch/data.pkl" "$scratch/prep.pkl" "$treebanks" "$scratch/folds"
for k in 0 1 2; do
  "$py" train.py "$scratch/folds/fold$k.pkl" "$scratch/folds/$k.pt" minutes=$fold seed=1$k tags=0.5 names=0.6 roles=0
  "$py" export.py "$scratch/folds/fold$k.pkl" "$scratch/folds/$k.pt" "$scratch/folds/$k.bin" fold
done
node names/dump.mjs "$scratch/folds/held.jsonl" "$scratch/folds/dump" "$scratch/folds/0.bin" "$scratch/folds/1.bin" "$scratch/folds/2.bin"
"$py" names/train.py "$scratch/folds/dump" "$reader/reader.bin" "$reader/names.bin"
node "$root/scripts/train-boundaries.mjs" "$treebanks" all "$boundaries"
ls -l "$reader" "$boundaries"
[ -z "$SHARED" ] || ./score.sh "$scratch/prep.pkl" "$scratch/final.pt" "$SHARED" "$scratch"
