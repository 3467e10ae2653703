"""Lets trained networks (teachers) read every training sequence, and more unlabelled text, for distillation.

usage: teach.py PREPARED.pkl OUT.pkl [litbank=FILE.jsonl.gz] [names=SET,SET] TEACHER.pt:WEIGHT …

With names=… only names are taught, and only to those sets.

OUT is PREPARED with, in each sequence, `soft`: the teachers' mean probabilities of head, relation (under the gold
head, else under the head of the teachers' tree), tags and names, as 16-bit floats.
"""
import json, os, pickle, random, sys
os.environ.setdefault("OPENBLAS_CORETYPE", "SKYLAKEX" if "avx512f" in open("/proc/cpuinfo").read() else "HASWELL")
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np, torch
from data import opened
from predict import Forms, batch, load, split, tree

torch.set_num_threads(1)
prep = pickle.load(open(sys.argv[1], "rb")); teachers = []
nets = [(load(prep, a.rsplit(":", 1)[0], "ema"), float(a.rsplit(":", 1)[1])) for a in sys.argv[3:] if ".pt:" in a]
total = sum(w for _, w in nets); nets = [(n, w / total) for n, w in nets]
forms = Forms(prep, nets[0][0])
for a in sys.argv[3:]:
    if a.startswith("litbank="):
        random.seed(5); extra = []
        for line in opened(a[8:]):
            for s in split(json.loads(line)["text"]):
                if 3 < len(s) <= 80: extra.append([t["form"] for t in s])
        random.shuffle(extra)
        prep["train"] += [dict(set="litbank", forms=np.array(forms.rows(s), np.int32)) for s in extra[:6000]]
for n, _ in nets[1:]: n.rows = nets[0][0].rows
prep["rows"] = {k: v.numpy() for k, v in nets[0][0].rows.items()}; prep["forms"] = list(forms.id)
only = [a[6:].split(",") for a in sys.argv[3:] if a.startswith("names=")]; only = only[0] if only else None
data = [s for s in prep["train"] if not only or s["set"] in only]; order = sorted(range(len(data)), key=lambda i: len(data[i]["forms"])); k = 0
soft = lambda t: t.softmax(-1).numpy()
with torch.no_grad():
    while k < len(order):
        g = [order[k]]; k += 1
        while k < len(order) and (len(g) + 1) * (len(data[order[k]]["forms"]) + 1) < 3000: g.append(order[k]); k += 1
        b = batch([data[i]["forms"] for i in g]); arc = up = xp = nm = lab = 0; xs = []
        for net, w in nets:
            x = net.encode(b); xs.append(x)
            if only: nm = nm + w * soft(net.names(x)); continue
            arc = arc + w * soft(net.arcs(x, b["m"])); up = up + w * soft(net.upos(x)); xp = xp + w * soft(net.xpos(x)); nm = nm + w * soft(net.names(x))
        if only:
            for r, i in enumerate(g): data[i]["soft"] = dict(names=nm[r, 1:len(data[i]["forms"]) + 1].astype(np.float16))
            continue
        head = np.zeros(arc.shape[:2], np.int64)
        for r, i in enumerate(g):
            n = len(data[i]["forms"]); head[r, 1:n + 1] = data[i]["head"] if "head" in data[i] else tree(np.log(arc[r, 1:n + 1, :n + 1].astype(np.float64) + 1e-9))
        for (net, w), x in zip(nets, xs): lab = lab + w * soft(net.labels(x, torch.tensor(head)))
        for r, i in enumerate(g):
            n = len(data[i]["forms"]); c = slice(1, n + 1); h = np.float16
            data[i]["soft"] = dict(arc=arc[r, c, :n + 1].astype(h), head=head[r, c].astype(np.int16), deprel=lab[r, c].astype(h), upos=up[r, c].astype(h), xpos=xp[r, c].astype(h), names=nm[r, c].astype(h))
        if random.random() < 0.02: print(k, len(order), flush=True)
pickle.dump(prep, open(sys.argv[2], "wb"), 4)
