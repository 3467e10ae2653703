"""UD features that a pair of UPOS and XPOS implies: those that at least nine in ten of its words carry.

usage: feats.py TREEBANKS OUT-FOLDER      (writes feats.tsv)
"""
import sys
from collections import Counter, defaultdict
from data import NC_GENRES, opened

pairs, feats = Counter(), defaultdict(Counter)
for path, skip in (("EWT", ()), ("GUM", NC_GENRES)):
    doc = ""
    for line in opened(f"{sys.argv[1]}/{path}/train.conllu.gz"):
        if line.startswith("# newdoc id"): doc = line.split("=")[1].strip()
        c = line.rstrip("\n").split("\t")
        if len(c) != 10 or not c[0].isdigit() or (skip and doc.startswith(skip)): continue
        pairs[c[3], c[4]] += 1
        if c[5] != "_": feats[c[3], c[4]].update(c[5].split("|"))
with open(sys.argv[2] + "/feats.tsv", "w") as f:
    f.write("# source: UD_English-EWT and UD_English-GUM (genres with free texts), training parts; licence: CC BY-SA 4.0\nid\tupos\txpos\tfeats\n")
    for (u, x), n in sorted(pairs.items()):
        kept = sorted(k for k, m in feats[u, x].items() if m >= 0.9 * n)
        if n >= 5 and kept: f.write(f"feats-{u}-{x}\t{u}\t{x}\t{'|'.join(kept)}\n")
