"""Folds for the second look at names: for each fold a training file without it, and the sequences of all folds.

usage: folds.py DATA.pkl PREPARED.pkl TREEBANKS OUT [folds=3]   writes OUT/fold0.pkl …, OUT/held.jsonl

A network has its training text by heart, so what it says there is no use to learn from; each fold is read by a network that never saw it. Documents
of the treebanks stay whole, other sets go by fifty sequences; sentences with other names put in go with those that they were made of.
"""
import json, pickle, sys
import os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from data import NC_GENRES, conllu


def main():
    data, _ = pickle.load(open(sys.argv[1], "rb")); prepared = pickle.load(open(sys.argv[2], "rb")); treebanks, out = sys.argv[3:5]
    folds = int(sys.argv[5].split("=")[1]) if len(sys.argv) > 5 else 3
    docs = iter([doc for name, skip in (("EWT", ()), ("GUM", NC_GENRES)) for doc, _ in conllu(f"{treebanks}/{name}/train.conllu.gz", skip)])
    seen, count, fold, doc = {}, {}, [], []
    for i, s in enumerate(data):
        kind = s["set"]; d = next(docs) if kind in ("ewt", "gum") else None
        if d: f = seen.setdefault(d, len(seen) % folds)
        elif kind == "aug": f = fold[s["source"]]
        elif kind == "polnear": f = -1
        else: f = count.get(kind, 0) // 50 % folds
        count[kind] = count.get(kind, 0) + 1; fold.append(f); doc.append(d)
    kept = [i for i, s in enumerate(data) if 0 < len(s["forms"]) <= 140]; train = prepared["train"]
    for k in range(folds):
        prepared["train"] = [t for t, i in zip(train, kept) if fold[i] != k]; pickle.dump(prepared, open(f"{out}/fold{k}.pkl", "wb"), 4)
    with open(f"{out}/held.jsonl", "w") as file:
        for i in kept:
            s = data[i]
            if s["set"] not in ("aug", "polnear"): file.write(json.dumps(dict(s, names=[int(m) for m in s["names"]], fold=fold[i], doc=doc[i], i=i)) + "\n")


main()
