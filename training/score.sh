#!/bin/sh
# Scores a checkpoint on the development sets: score.sh PREPARED.pkl CHECKPOINT.pt SHARED-FOLDER SCRATCH [ema|model]
# SHARED-FOLDER holds data/treebanks, data/ner and tools (score-parse.mjs, score-names.mjs).
set -e
here=$(dirname "$0"); prep=$1; ck=$2; shared=$3; out=$4; which=${5:-ema}; py=${PYTHON:-/usr/bin/python3}
for t in EWT GUM; do
  [ -f "$out/$t.tok" ] || node "$shared/tools/score-parse.mjs" --make-gold-tokens "$shared/data/treebanks/$t/dev.conllu.gz" > "$out/$t.tok"
  "$py" "$here/predict.py" "$prep" "$ck" "$out/$t.tok" "$out/$t.pred" "$which" "$here/../weights/reader"
  echo "== $t dev, gold words"; node "$shared/tools/score-parse.mjs" "$shared/data/treebanks/$t/dev.conllu.gz" "$out/$t.pred" | grep -Ei '^ *(upos|xpos|lemma|uas|las|core|trees)' 
done
echo "== names, UNER EWT dev (gold words)"
node "$shared/tools/score-names.mjs" --map 'GPE,FAC->LOC' --map 'EVENT,NORP,TITLE->ignore' "$shared/data/ner/uner-ewt/dev.jsonl.gz" "$out/EWT.pred" | grep -E 'typed|spans|PER|ORG|LOC'
[ -f "$out/pol.in" ] || node "$shared/tools/score-names.mjs" --make-input "$shared/data/ner/crossner-politics/dev.jsonl.gz" > "$out/pol.in"
"$py" "$here/predict.py" "$prep" "$ck" "$out/pol.in" "$out/pol.pred" "$which"
echo "== names, CrossNER politics dev (words by a simple rule)"
node "$shared/tools/score-names.mjs" --map 'politician,person->PER' --map 'organisation,politicalparty->ORG' --map 'country,location->LOC' --map 'gold:election,event,misc->ignore' --map 'GPE,FAC->LOC' --map 'pred:EVENT,NORP,TITLE->ignore' "$shared/data/ner/crossner-politics/dev.jsonl.gz" "$out/pol.pred" | grep -E 'typed|spans|PER|ORG|LOC'
