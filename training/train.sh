#!/bin/sh
# Trains the reader from its sources and writes weights/reader. See README.md.
# usage: train.sh TREEBANKS NER EMBEDDINGS.json SCRATCH [POLNEAR.jsonl.gz]
set -e
here=$(cd "$(dirname "$0")" && pwd); out="$here/../weights/reader"; py=${PYTHON:-/usr/bin/python3}
treebanks=$1; ner=$2; embeddings=$3; scratch=$4; polnear=${5:--}
export READER_SCRATCH="$scratch" PYTHONHASHSEED=0; mkdir -p "$scratch" "$out"; cd "$here"
node gazetteer.mjs "$scratch" > "$scratch/gazetteer.json" # needs: npm install --prefix "$scratch" compromise@14.17.0
"$py" data.py "$treebanks" "$ner" "$polnear" "$scratch/gazetteer.json" "$scratch/data.pkl"
"$py" prepare.py "$scratch/data.pkl" "$embeddings" "$scratch/prep.pkl"
"$py" lemmas.py "$scratch/data.pkl" "$out" "$scratch/prep.pkl"; "$py" feats.py "$treebanks" "$out"
"$py" train.py "$scratch/prep.pkl" "$scratch/student.pt" minutes=24 seed=1
"$py" train.py "$scratch/prep.pkl" "$scratch/second.pt" minutes=41 seed=3 init="$scratch/student.pt" lr=1.5e-3 tags=0.5 roles=0.15
"$py" teach.py "$scratch/prep.pkl" "$scratch/taught.pkl" names=ewt,polnear "$scratch/student.pt:0.5" "$scratch/second.pt:0.5"
"$py" train.py "$scratch/taught.pkl" "$scratch/third.pt" minutes=15 seed=4 init="$scratch/second.pt" lr=1e-3 tags=0.7 roles=0.1 names=0.8 aug=0.15 politics=2
"$py" average.py "$scratch/second.pt" "$scratch/third.pt" 0.3 "$scratch/final.pt"
"$py" export.py "$scratch/prep.pkl" "$scratch/final.pt" "$out/reader.bin" onrecord-reader-1
"$py" reference.py "$out/reader.bin" --dev "$scratch/prep.pkl"
