"""Trains the attribution extractor on the reader's states (dump.mjs) and writes its weights.

usage: train.py TRAIN.bin DEV.bin CHECKPOINT.pt [epochs=12] [lr=2e-3] [d=128] [e=96] [p=0.2] [seed=1] [fold=-1] [init=X.pt] [teachers=A.pt,B.pt] [share=0.6]
teachers: checkpoints whose mean scores the model learns too, by that share of the loss; [wide=TRAIN.bin] is what they read, if it is another dump.
"""
import os, sys, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from model import Recur, rms, drop

STATE = 160
WORD = [256, 256, 64, 288, 64, 1024, 1024, 1024, 128, 128]   # wordSlots of word-features.ts
VIEW = [64, 64, 1024, 2048, 64, 256, 128, 256, 64]           # viewSlots of cue-view.ts


def load(path):
    """Paragraphs of a file of dump.mjs as dicts of arrays."""
    b = np.fromfile(path, np.uint8); at = 0; out = []
    def take(n, kind):
        nonlocal at
        size = n * np.dtype(kind).itemsize; a = b[at:at + size].view(kind) if at % np.dtype(kind).itemsize == 0 else np.frombuffer(b[at:at + size].tobytes(), kind); at += size
        return a
    while at < len(b):
        article, n, c = take(3, np.int32)
        p = dict(article=article, n=n, state=take(n * STATE, np.int16).reshape(n, STATE), heads=take(n, np.int32), slots=take(n * len(WORD), np.uint16).reshape(n, -1).astype(np.int32),
                 cue=take(n, np.uint8), weight=take(n, np.uint8), source=take(n, np.uint8), content=take(n, np.uint8), views=[])
        for _ in range(c):
            f, t, head, s, e, w = take(6, np.int32)
            p["views"].append(dict(f=f, t=t, head=head, s=s, e=e, w=w, slots=take((t - f) * len(VIEW), np.uint16).reshape(t - f, -1).astype(np.int32), y=take(t - f, np.uint8)))
        out.append(p)
    return out


class Tables(nn.Module):
    """The sum of one row of each table: all tables in one, by offset."""
    def __init__(self, sizes, d):
        super().__init__(); self.t = nn.Embedding(sum(sizes), d); nn.init.normal_(self.t.weight, std=0.25)
        self.register_buffer("offset", torch.tensor(np.concatenate([[0], np.cumsum(sizes)[:-1]])))

    def forward(self, ids):
        shape = ids.shape; flat = (ids + self.offset).view(-1, shape[-1])
        w = (torch.rand(flat.shape) >= 0.1).float() / 0.9 if self.training else torch.ones(flat.shape)
        return F.embedding_bag(flat, self.t.weight, mode="sum", per_sample_weights=w).view(*shape[:-1], -1)


class Extractor(nn.Module):
    def __init__(self, d=128, e=96, p=0.2, pe=0.25):
        super().__init__(); self.p, self.pe = p, pe
        self.own = nn.Linear(STATE, d); self.up = nn.Linear(STATE, d, bias=False); self.word = Tables(WORD, d)
        self.layers = nn.ModuleList([Recur(d, d // 2, p) for _ in range(2)])
        self.cue = nn.Linear(d, 3); self.source = nn.Linear(d, 2); self.content = nn.Linear(d, 2)
        self.part = nn.Linear(d, e); self.head = nn.Linear(d, e, bias=False); self.first = nn.Linear(d, e, bias=False); self.last = nn.Linear(d, e, bias=False)
        self.view = Tables(VIEW, e); self.viewLayers = nn.ModuleList([Recur(e, e // 2, p) for _ in range(2)]); self.out = nn.Linear(e, 4)

    def words(self, b):
        e = F.dropout(b["state"], self.pe, self.training)
        up = F.pad(self.up(e), (0, 0, 1, 0))
        x = self.own(e) + torch.gather(up, 1, (b["heads"] + 1)[..., None].expand(-1, -1, up.shape[-1])) + self.word(b["slots"])
        for layer in self.layers: x = layer(x, None, b["len"])
        return rms(x, drop(self.p, x.shape[0], x.shape[2]) if self.training else None)

    def views(self, y, b):
        v = b["views"]; flat = y.reshape(-1, y.shape[-1])
        cue = self.head(flat[v["head"]]) + self.first(flat[v["first"]]) + self.last(flat[v["last"]])
        x = self.part(y).reshape(-1, cue.shape[-1])[v["index"]] + cue[:, None] + self.view(v["slots"])
        for layer in self.viewLayers: x = layer(x, None, v["len"])
        return self.out(rms(x, drop(self.p, x.shape[0], x.shape[2]) if self.training else None))


def batch(ps):
    B, T = len(ps), max(p["n"] for p in ps)
    z = lambda kind, *s: np.zeros((B, T) + s, kind)
    state, heads, slots, cue, w, so, co = z(np.float32, STATE), z(np.int64) - 1, z(np.int64, len(WORD)), z(np.int64), z(np.float32), z(np.int64), z(np.int64)
    vs = []
    for i, p in enumerate(ps):
        n = p["n"]; state[i, :n] = p["state"] * (1 / 512); heads[i, :n] = p["heads"]; slots[i, :n] = p["slots"]; cue[i, :n] = p["cue"]
        w[i, :n] = p["weight"] / 100; so[i, :n] = p["source"]; co[i, :n] = p["content"]; vs += [(i, v) for v in p["views"]]
    sc = z(np.float32, 3)
    for i, p in enumerate(ps):
        if "soft" in p: sc[i, :p["n"]] = p["soft"]
    out = dict(softCue=sc, state=state, heads=heads, slots=slots, cue=cue, w=w, source=so, content=co, len=np.array([p["n"] for p in ps], np.int32))
    out = {k: torch.from_numpy(v) for k, v in out.items()}
    out["mask"] = (torch.arange(T)[None] < out["len"][:, None]).float(); out["views"] = None
    if vs:
        M = max(v["t"] - v["f"] for _, v in vs); V = len(vs)
        sl, y, wt, index = np.zeros((V, M, len(VIEW)), np.int64), np.zeros((V, M), np.int64), np.zeros((V, M), np.float32), np.zeros((V, M), np.int64)
        for j, (i, v) in enumerate(vs):
            m = v["t"] - v["f"]; sl[j, :m] = v["slots"]; y[j, :m] = v["y"]; wt[j, :m] = v["w"] / 100; index[j, :m] = i * T + np.arange(v["f"], v["t"])
        so = np.zeros((V, M, 4), np.float32)
        for j, (i, v) in enumerate(vs):
            if "soft" in v: so[j, :v["t"] - v["f"]] = v["soft"]
        k = lambda name, d=0: np.array([i * T + v[name] + d for i, v in vs])
        out["views"] = {n: torch.from_numpy(a) for n, a in dict(soft=so, slots=sl, y=y, w=wt, index=index, head=k("head"), first=k("s"), last=k("e", -1), len=np.array([v["t"] - v["f"] for _, v in vs], np.int32)).items()}
    return out


def batches(data, size, rng):
    order = sorted(range(len(data)), key=lambda i: data[i]["n"] + rng.random() * 12); out, cur, most = [], [], 0
    for i in order:
        most = max(most, data[i]["n"])
        if cur and most * (len(cur) + 1) > size: out.append(cur); cur, most = [], data[i]["n"]
        cur.append(data[i])
    out.append(cur); rng.shuffle(out)
    return out


def losses(model, b, share=0):
    y = model.words(b); w = b["w"]
    ce = lambda z, t, w: (F.cross_entropy(z.reshape(-1, z.shape[-1]), t.reshape(-1), reduction="none") * w.reshape(-1)).sum() / w.sum().clamp(min=1)
    soft = lambda z, t, w: -((F.log_softmax(z, -1) * t).sum(-1) * w).sum() / w.sum().clamp(min=1)
    cue = model.cue(y); hard = 4 * ce(cue, b["cue"], w); rest = 0.3 * ce(model.source(y), b["source"], b["mask"]) + 0.3 * ce(model.content(y), b["content"], b["mask"])
    taught = 4 * soft(cue, b["softCue"], b["mask"]) if share else 0
    if b["views"] is not None:
        z = model.views(y, b); v = b["views"]; hard = hard + ce(z, v["y"], v["w"])
        if share: taught = taught + soft(z, v["soft"], (v["w"] > 0).float())
    return rest + (1 - share) * hard + share * taught


def teach(data, wide, teachers):
    """Gives each paragraph and view of `data` the teachers' mean probabilities over the same words of `wide`."""
    for p, q in zip(data, wide):
        p["soft"] = np.zeros((p["n"], 3), np.float32)
        for v in p["views"]: v["soft"] = np.zeros((v["t"] - v["f"], 4), np.float32)
        q["pupil"] = p
    with torch.no_grad():
        for model in teachers:
            model.eval()
            for ps in batches(wide, 4000, np.random.default_rng(1)):
                b = batch(ps); y = model.words(b); c = model.cue(y).softmax(-1).numpy() / len(teachers); k = 0
                z = model.views(y, b).softmax(-1).numpy() / len(teachers) if b["views"] is not None else None
                for i, q in enumerate(ps):
                    q["pupil"]["soft"] += c[i, :q["n"]]
                    for v, own in zip(q["views"], q["pupil"]["views"]): own["soft"] += z[k, own["f"] - v["f"]:own["t"] - v["f"]]; k += 1


def spans(path):
    out, i = [], 0
    while i < len(path):
        if path[i] == 1 or path[i] == 2 and (i == 0 or path[i - 1] == 0):
            j = i + 1
            while j < len(path) and path[j] == 2: j += 1
            out.append((i, j)); i = j
        else: i += 1
    return set(out)


def measure(model, data):
    """Cue spans exact, then for gold cues: words of source and content, and whole spans."""
    model.eval(); n = np.zeros(3); t = np.zeros((4, 3)); exact = np.zeros(5); false = np.zeros(2)
    with torch.no_grad():
        for ps in batches(data, 4000, np.random.default_rng(1)):
            b = batch(ps); y = model.words(b); c = model.cue(y).argmax(-1).numpy()
            for i, p in enumerate(ps):
                keep = p["weight"] == 100
                a, g = spans(c[i, :p["n"]] * keep), spans(p["cue"] * keep); n += len(a & g), len(a), len(g)
            if b["views"] is None: continue
            z = model.views(y, b).argmax(-1).numpy(); v = b["views"]; gold, w = v["y"].numpy(), v["w"].numpy()
            for j in range(len(gold)):
                m = v["len"][j]; a, g = z[j, :m], gold[j, :m]
                if w[j, 0] < 1: continue
                if not (g == 2).any(): false += (a == 2).any(), 1; continue
                for k in (1, 2, 3): t[k] += ((a == k) & (g == k)).sum(), (a == k).sum(), (g == k).sum()
                exact += ((a == 1) == (g == 1)).all(), ((a == 2) == (g == 2)).all(), ((a == 3) == (g == 3)).all(), (a == 2).any(), 1
    model.train(); f = lambda x: 200 * x[0] / max(1, x[1] + x[2])
    return f"cue {f(n):.1f} (P {100 * n[0] / n[1]:.1f} R {100 * n[0] / n[2]:.1f}) | words: source {f(t[1]):.1f} content {f(t[2]):.1f} cue {f(t[3]):.1f} | exact: source {100 * exact[0] / exact[4]:.1f} content {100 * exact[1] / exact[4]:.1f} cue {100 * exact[2] / exact[4]:.1f} found {100 * exact[3] / exact[4]:.1f} | accepted of false {100 * false[0] / max(1, false[1]):.1f}"


def opened(path):
    kept = torch.load(path); model = Extractor(kept["d"], kept["e"]); model.load_state_dict(kept["ema"])
    return model


def main():
    opt = dict(dict(epochs=12, lr=2e-3, d=128, e=96, p=0.2, pe=0.25, seed=1, size=2600, fold=-1, init="", teachers="", wide="", share=0.6), **dict(a.split("=") for a in sys.argv[4:]))
    torch.set_num_threads(1); torch.manual_seed(int(opt["seed"])); rng = np.random.default_rng(int(opt["seed"]))
    data, dev = load(sys.argv[1]), load(sys.argv[2])
    if int(opt["fold"]) >= 0: data = [p for p in data if p["article"] % 2 != int(opt["fold"])]
    print(f"{len(data)} paragraphs, {sum(p['n'] for p in data)} words, {sum(len(p['views']) for p in data)} cues", flush=True)
    model = Extractor(int(opt["d"]), int(opt["e"]), float(opt["p"]), float(opt["pe"]))
    if opt["init"]: model.load_state_dict(torch.load(opt["init"])["ema"])
    if opt["teachers"]:
        teach(data, load(opt["wide"]) if opt["wide"] else data, [opened(path) for path in opt["teachers"].split(",")])
        print("taught", flush=True)
    share = float(opt["share"]) if opt["teachers"] else 0
    ema = {k: v.clone() for k, v in model.state_dict().items() if v.dtype == torch.float32}
    adam = torch.optim.AdamW(model.parameters(), lr=float(opt["lr"]), betas=(0.9, 0.98), weight_decay=1e-4)
    epochs = float(opt["epochs"]); start = time.process_time(); steps = 0; per = len(batches(data, int(opt["size"]), rng)); total = int(per * epochs)
    while steps < total:
        lost = 0; k = 0
        for ps in batches(data, int(opt["size"]), rng):
            if steps >= total: break
            steps += 1; k += 1
            for g in adam.param_groups: g["lr"] = float(opt["lr"]) * min(1, steps / 150) * (1 - 0.97 * steps / total)
            loss = losses(model, batch(ps), share); adam.zero_grad(set_to_none=True); loss.backward(); nn.utils.clip_grad_norm_(model.parameters(), 2.0); adam.step(); lost += float(loss)
            rate = min(0.998, steps / (steps + 20.0))
            with torch.no_grad():
                for key, v in model.state_dict().items():
                    if key in ema: ema[key].mul_(rate).add_(v, alpha=1 - rate)
        kept = {key: v.clone() for key, v in model.state_dict().items()}; model.load_state_dict({**kept, **ema})
        print(f"round {steps / per:.1f} loss {lost / k:.4f} | {time.process_time() - start:.0f} s | dev {measure(model, dev)}", flush=True)
        torch.save(dict(ema={**kept, **ema}, d=int(opt["d"]), e=int(opt["e"])), sys.argv[3])
        if steps >= total: print("train", measure(model, data[:2000]))
        model.load_state_dict(kept)


main()
