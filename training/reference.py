"""Runs reader.bin as FORMAT.md says, in NumPy: the reference that other programs are checked against.

usage: reference.py READER.bin SENTENCES.json OUT.json     (SENTENCES: [["A", "sentence", "."], …])
       reference.py READER.bin --dev PREPARED.pkl          (tags and greedy trees on the dev sets, largest activations)
"""
import json, pickle, sys
import numpy as np
from features import features, key_in

f = np.float32


class Reference:
    def __init__(self, path):
        raw = open(path, "rb").read(); n = int.from_bytes(raw[4:8], "little")
        self.h = json.loads(raw[8:8 + n]); base = (8 + n + 15) // 16 * 16; self.b = {}; self.cache = {}; self.peak = {}
        for k, v in self.h["blobs"].items():
            t = {"i8": np.int8, "u8": np.uint8, "f32": f, "utf8": np.uint8}[v["type"]]; s = list(v["shape"])
            if "stride" in v: s[1] = v["stride"]
            self.b[k] = np.frombuffer(raw, t, int(np.prod(s)), base + v["offset"]).reshape(s)
            if "stride" in v: self.b[k] = self.b[k][:, :v["shape"][1]].astype(np.int64)
        self.vocab = {w: i for i, w in enumerate(self.b["words"].tobytes().decode().split("\n"))}

    def quant(self, x, s, m=32767, note=None):
        if note: self.peak[note] = max(self.peak.get(note, 0), float(np.abs(x).max()) * self.h["scales"][s] / m)
        return np.clip(np.floor(x * f(self.h["scales"][s]) + f(0.5)), -m, m).astype(np.int64)

    def lin(self, name, q):
        acc = q @ self.b[name + ".w"].T
        assert np.abs(acc).max() < 2 ** 31
        return acc.astype(f) * self.b[name + ".k"] + self.b[name + ".b"]

    def rms(self, x):
        sq = (x * x).reshape(len(x), -1, 4); lanes = np.zeros((len(x), 4), f)
        for j in range(sq.shape[1]): lanes = lanes + sq[:, j]
        s = (lanes[:, 0] + lanes[:, 1]) + (lanes[:, 2] + lanes[:, 3])
        inv = f(1) / np.sqrt(s / f(x.shape[1]) + f(1e-6))
        return self.quant(x * inv[:, None], "rms")

    def form(self, form):
        if form in self.cache: return self.cache[form]
        h, b = self.h, self.b; low, affix, grams = features(form); i = key_in(self.vocab, low)
        vec = np.zeros(100, f); vi = i if 0 <= i < h["both"] + h["onlyVector"] else -1
        if vi >= 0:
            p = b["vectors"][vi]; vec[0::2] = (p & 15).astype(f) - 8; vec[1::2] = (p >> 4).astype(f) - 8; vec = vec * b["vectors.k"][vi]
        e = i + 1 if 0 <= i < h["both"] else i - h["onlyVector"] + 1 if i >= h["both"] + h["onlyVector"] else 0
        row = lambda t, r: b[t][r].astype(f) * b[t + ".k"][r]
        g = np.zeros(64, f)
        for r in grams: g = g + row("gram", r)
        u = np.concatenate([vec, row("own", e)] + [row("affix", r) for r in affix] + [g / f(len(grams))])
        v0 = self.lin("form", self.quant(u, "form", note="form")[None])
        hid = self.quant(np.maximum(f(0), self.lin("mlp1", self.rms(v0))), "mlp", note="mlp")
        self.cache[form] = (v0 + self.lin("mlp2", hid))[0]
        return self.cache[form]

    def encode(self, forms):
        h, b = self.h, self.b; T = len(forms) + 1
        sig = lambda x: f(0.5) + f(0.5) * (x / np.sqrt(f(1) + x * x))
        x = np.stack([b["root"]] + [self.form(w) for w in forms])
        for l, kind in enumerate(h["layers"]):
            y = self.rms(x)
            if kind == "R":
                z = self.lin(f"l{l}.z", y); n = z.shape[1] // 6; out = np.zeros((T, 2 * n), f)
                for d in (0, 1):
                    v, fg, g = z[:, d * n:(d + 1) * n], sig(z[:, (2 + d) * n:(3 + d) * n]), sig(z[:, (4 + d) * n:(5 + d) * n]); c = np.zeros(n, f)
                    for t in (range(T) if d == 0 else range(T - 1, -1, -1)):
                        c = v[t] + fg[t] * (c - v[t]); out[t, d * n:(d + 1) * n] = g[t] * c
                x = x + out
            else:
                z = self.lin(f"l{l}.qkv", y); H, k = h["heads"], h["dh"]; a = np.zeros((T, H * k), f); m = H * k
                idx = np.clip(np.arange(T)[None] - np.arange(T)[:, None], -32, 32) + 32
                qq, kk = self.quant(z[:, :m], "att", 8191, "att"), self.quant(z[:, m:2 * m], "att", 8191, "att")
                for e in range(H):
                    c = slice(e * k, e * k + k); s = (qq[:, c] @ kk[:, c].T).astype(f) * b[f"l{l}.s"][0] + b[f"l{l}.rel"][e][idx]
                    w = np.maximum(f(0), f(1) + f(0.125) * (s - s.max(1, keepdims=True))); w = w * w; w = w * w; w = w * w
                    tot = np.zeros(T, f); acc = np.zeros((T, k), f); v = z[:, 2 * m + e * k:2 * m + e * k + k]
                    for j in range(T): tot = tot + w[:, j]; acc = acc + w[:, j:j + 1] * v[j]
                    a[:, c] = acc / tot[:, None]
                x = x + self.lin(f"l{l}.o", self.quant(a, "mix", note="mix"))
        self.peak["x"] = max(self.peak.get("x", 0), float(np.abs(x).max()))
        return self.rms(x)

    def arcs(self, e):
        leaky = lambda x: np.where(x > 0, x, x * f(0.125)); T = len(e)
        dep = self.quant(leaky(self.lin("ad", e)), "dep", note="dep"); hd = self.quant(leaky(self.lin("ah", e)), "arc", 4095, "arc.head")
        q = self.quant(self.lin("u", dep), "arc", 4095, "arc.dep"); idx = np.clip(np.arange(T)[None] - np.arange(T)[:, None], -32, 32) + 32
        return (q @ hd.T).astype(f) * self.b["arc.s"][0] + self.b["dist"][idx]

    def labels(self, e, heads):
        leaky = lambda x: np.where(x > 0, x, x * f(0.125)); k = self.h["lab"]
        a, b = self.lin("ld", e)[1:], self.lin("lh", e)[heads]
        return self.lin("lo", self.quant(np.concatenate([leaky(a[:, :k] + b[:, :k]), a[:, k:] * b[:, k:]], 1), "lab", note="lab"))


def main():
    r = Reference(sys.argv[1]); h = r.h
    if sys.argv[2] == "--dev":
        prep = pickle.load(open(sys.argv[3], "rb"))
        for name, data in prep["dev"].items():
            n = u = t = l = p = 0; names = [x.split(":")[0] for x in h["deprel"]]
            for s in data[:int(sys.argv[4]) if len(sys.argv) > 4 else None]:
                e = r.encode([prep["forms"][i] for i in s["forms"]]); arc = r.arcs(e); hd = arc[1:].argmax(1); lab = r.labels(e, hd).argmax(1)
                n += len(hd); p += (r.lin("upos", e)[1:].argmax(1) == s["upos"]).sum(); ok = hd == s["head"]; u += ok.sum()
                l += sum(1 for o, x, g in zip(ok, lab, s["deprel"]) if o and g >= 0 and names[x] == names[g])
            print(name, n, f"UPOS {100 * p / n:.2f} UAS {100 * u / n:.2f} LAS {100 * l / n:.2f} (greedy heads)")
        print("largest activation, as a share of what fits", {k: round(v, 3) for k, v in r.peak.items()})
        return
    out = []
    for forms in json.load(open(sys.argv[2])):
        e = r.encode(forms); arc = r.arcs(e); hd = arc.copy(); np.fill_diagonal(hd, -1e9); hd = hd[1:].argmax(1)
        tag = lambda k: [h[k][i] for i in r.lin(k, e)[1:].argmax(1)]
        out.append(dict(forms=forms, vector0=[float(v) for v in r.form(forms[0])], encoder=e.tolist(), upos=tag("upos"), xpos=tag("xpos"), names=tag("names"),
                        arcs=[[float(v) for v in row] for row in arc[1:]], greedyHeads=hd.tolist(), labels=[h["deprel"][i] for i in r.labels(e, hd).argmax(1)]))
    json.dump(out, open(sys.argv[3], "w"))
    print(len(out), "sentences")


if __name__ == "__main__": main()
