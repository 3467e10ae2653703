"""Predictions of a checkpoint in the records that tools/score-parse.mjs and score-names.mjs take.

usage: predict.py PREPARED.pkl CHECKPOINT.pt IN.jsonl OUT.jsonl [ema|model] [READER-FOLDER for lemmas.tsv]

IN: {id, text} and, where the words are given, tokens ([[{start, end, form}, …], …]); without them a simple splitter is used.
"""
import gzip, json, os, pickle, sys
import numpy as np, torch
from data import TAGS, WORD, opened
from features import features, key_in, normal
from model import Reader


def tree(score):
    """Maximum spanning tree with one root: score [n, n+1] of word i under head j (0 the root); returns heads."""
    n = len(score); s = np.full((n + 1, n + 1), -1e18); s[1:] = score; s[1:, 0] -= 1e6
    np.fill_diagonal(s, -1e18)
    return edmonds(s)[1:]


def edmonds(s):
    n = len(s); head = s.argmax(1); head[0] = 0
    state = [0] * n; cycle = None
    for i in range(1, n):
        path, k = [], i
        while k and not state[k]: state[k] = i; path.append(k); k = head[k]
        if k and state[k] == i and k in path: cycle = path[path.index(k):]; break
    if cycle is None: return head
    inside = set(cycle); rest = [i for i in range(n) if i not in inside]; total = sum(s[i, head[i]] for i in cycle)
    m = len(rest); t = np.full((m + 1, m + 1), -1e18); t[:m, :m] = s[np.ix_(rest, rest)]; leave, enter = {}, {}
    for a, i in enumerate(rest):
        j = max(cycle, key=lambda c: s[i, c]); t[a, m] = s[i, j]; leave[a] = j
        k = max(cycle, key=lambda c: s[c, i] - s[c, head[c]]); t[m, a] = total + s[k, i] - s[k, head[k]]; enter[a] = k
    t[m, m] = -1e18; t[0] = -1e18
    sub = edmonds(t); out = head.copy()
    for a, i in enumerate(rest):
        if a: out[i] = rest[sub[a]] if sub[a] < m else leave[a]
    k = enter[sub[m]]; out[k] = rest[sub[m]]
    return out


def bio(scores):
    """Best path in which I-X follows B-X or I-X."""
    n, k = scores.shape; ok = np.zeros((k, k), bool)
    for j in range(k): ok[:, j] = [j == 0 or j % 2 == 1 or i in (j - 1, j) for i in range(k)]
    a = scores[0].copy(); a[2::2] = -1e9; back = []
    for t in range(1, n):
        m = np.where(ok, a[:, None], -1e9); b = m.argmax(0); back.append(b); a = m[b, np.arange(k)] + scores[t]
    y = [int(a.argmax())]
    for b in reversed(back): y.append(int(b[y[-1]]))
    return y[::-1]


class Forms:
    """Adds forms that the training file has not seen to the network's tables."""
    def __init__(self, prep, net):
        self.p, self.net = prep, net; self.vocab = {w: i for i, w in enumerate(prep["words"])}; self.id = {f: i for i, f in enumerate(prep["forms"])}

    def rows(self, forms):
        new = [f for f in dict.fromkeys(forms) if f not in self.id]
        if new:
            p, r = self.p, self.net.rows; add = dict(g=[], e=[], a=[], n=[], no=[])
            for f in new:
                low, affix, grams = features(f); i = key_in(self.vocab, low); top = p["both"] + p["only_g"]
                add["g"].append((i if 0 <= i < top else -1) + 1); add["e"].append(i + 1 if 0 <= i < p["both"] else i - p["only_g"] + 1 if i >= top else 0)
                add["a"].append(affix); add["n"] += grams; add["no"].append(len(grams)); self.id[f] = len(self.id)
            r["no"] = torch.cat([r["no"], r["no"][-1] + torch.cumsum(torch.tensor(add["no"]), 0)])
            for k in "gean": r[k] = torch.cat([r[k], torch.tensor(add[k])])
        return [self.id[f] for f in forms]


def split(text):
    toks = [dict(start=len(text[:m.start()].encode("utf-16-le")) // 2, end=len(text[:m.end()].encode("utf-16-le")) // 2, form=m[0]) for m in WORD.finditer(text)]
    out, cur = [], []
    for i, t in enumerate(toks):
        cur.append(t); gap = text[t["end"]:toks[i + 1]["start"]] if i + 1 < len(toks) else "\n"
        if "\n" in gap or len(cur) > 120 or (t["form"] in ".?!" and gap and toks[i + 1]["form"][0].isupper()): out.append(cur); cur = []
    return out


def load(prep, path, which):
    ck = torch.load(path); net = Reader(prep, **ck["shape"]); net.load_state_dict(ck[which]); net.eval(); return net


def batch(ids):
    B, T = len(ids), max(map(len, ids)) + 1; form = np.full((B, T), -1); m = np.zeros((B, T), np.float32)
    for r, s in enumerate(ids): form[r, 1:len(s) + 1] = s; m[r, :len(s) + 1] = 1
    types, index = np.unique(form[form >= 0], return_inverse=True); idx = np.full((B, T), len(types)); idx[form >= 0] = index
    return dict(types=torch.tensor(types), index=torch.tensor(idx), m=torch.tensor(m), len=torch.tensor([len(s) + 1 for s in ids], dtype=torch.int32))


def read(prep, net, forms, sentences):
    """For each list of forms: dict of arrays upos, xpos, names, heads, labels."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i])); out = [None] * len(sentences); rel = prep["sets"]["deprel"]; root = rel.index("root")
    with torch.no_grad():
        k = 0
        while k < len(order):
            g = [order[k]]; k += 1
            while k < len(order) and (len(g) + 1) * (len(sentences[order[k]]) + 1) < 3000: g.append(order[k]); k += 1
            b = batch([forms.rows(sentences[i]) for i in g]); x = net.encode(b); arc = net.arcs(x, b["m"]).numpy()
            head = torch.zeros(x.shape[:2], dtype=torch.long)
            for r, i in enumerate(g): n = len(sentences[i]); head[r, 1:n + 1] = torch.tensor(tree(arc[r, 1:n + 1, :n + 1].astype(np.float64)))
            lab = net.labels(x, head); lab[..., root] = torch.where(head == 0, 1e4, -1e4); lab = lab.argmax(-1).numpy()
            u, xp, nm = net.upos(x).argmax(-1).numpy(), net.xpos(x).argmax(-1).numpy(), net.names(x).numpy()
            for r, i in enumerate(g):
                n = len(sentences[i]); c = slice(1, n + 1)
                out[i] = dict(upos=u[r, c], xpos=xp[r, c], heads=head[r, c].numpy(), labels=lab[r, c], names=bio(nm[r, c]))
    return out


def main():
    prep = pickle.load(open(sys.argv[1], "rb")); net = load(prep, sys.argv[2], sys.argv[5] if len(sys.argv) > 5 else "ema"); forms = Forms(prep, net); lem = None
    if len(sys.argv) > 6:
        from lemmas import Lemmas
        lem = Lemmas()
        for l in open(sys.argv[6] + "/lemmas.tsv", encoding="utf8"):
            c = l.rstrip("\n").split("\t")
            if l[0] != "#" and c[0] != "id": (lem.word if c[1] == "word" else lem.end)[c[2], c[3]] = (c[4] if c[4] == "=" else int(c[4]), c[5])
    docs = [json.loads(l) for l in opened(sys.argv[3])]
    for d in docs: d["tokens"] = d.get("tokens") or split(d["text"])
    res = read(prep, net, forms, [[t["form"] for t in s] for d in docs for s in d["tokens"]]); S = prep["sets"]; k = 0
    with open(sys.argv[4], "w") as f:
        for d in docs:
            sents, mentions = [], []
            for s in d["tokens"]:
                r = res[k]; k += 1; open_ = None
                sents.append(dict(start=s[0]["start"], end=s[-1]["end"], tokens=[dict(t, upos=S["upos"][u], xpos=S["xpos"][x], head=int(h), deprel=S["deprel"][l], **({"lemma": lem.lemma(t["form"], S["xpos"][x])} if lem else {}))
                             for t, u, x, h, l in zip(s, r["upos"], r["xpos"], r["heads"], r["labels"])]))
                for t, y in zip(s, r["names"]):
                    if y % 2 == 1: open_ = dict(start=t["start"], end=t["end"], type=TAGS[y][2:]); mentions.append(open_)
                    elif y and open_: open_["end"] = t["end"]
                    else: open_ = None
            f.write(json.dumps(dict(id=d["id"], sentences=sents, mentions=mentions)) + "\n")


if __name__ == "__main__": main()
