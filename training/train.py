"""Trains the reader. See README.md.

usage: train.py PREPARED.pkl OUT.pt [minutes=40] [seed=1] [batch=1600] [lr=2e-3] [threads=1] [layers=RRARA] [d=160] ...
"""
import math, os, pickle, random, sys, time
os.environ.setdefault("OPENBLAS_CORETYPE", "SKYLAKEX" if "avx512f" in open("/proc/cpuinfo").read() else "HASWELL")
opt = dict(a.split("=", 1) for a in sys.argv[3:])
get = lambda k, v: type(v)(opt.pop(k, v))
THREADS = get("threads", 1)
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(THREADS)
import numpy as np, torch, torch.nn.functional as F
from model import Reader, K, L, P
import ctypes
MINUTES, SEED, BATCH, LR = get("minutes", 40.0), get("seed", 1), get("batch", 1600), get("lr", 2e-3)
EVAL, WD, EMA, ONLY = get("eval", 240.0), get("wd", 0.01), get("ema", 0.9995), get("sets", "all")
SHARE = get("roles", 0.25); INIT = get("init", ""); TAGW = get("tags", 0.3); AUG, POL, NAMEW = get("aug", 0.09), get("politics", 3), get("names", 0.5); SOFT, FREE, UNLABELLED = get("soft", 0.5), get("free", 0.7), get("unlabelled", 0.35)
torch.set_num_threads(THREADS); torch.manual_seed(SEED); random.seed(SEED); np.random.seed(SEED)
prep = pickle.load(open(sys.argv[1], "rb"))
shape = {k: (v if k == "layers" else float(v) if "." in v else int(v)) for k, v in opt.items()}
net = Reader(prep, **shape)
if INIT: net.load_state_dict(torch.load(INIT)["ema"])
by = {}; PUNCT = prep["sets"]["deprel"].index("punct")
for s in prep["train"]: by.setdefault(s["set"], []).append(s)


def epoch():
    """The sequences of one round: both treebanks whole, name sets and attribution in shares."""
    out = [(s, s["forms"]) for k in ("ewt", "gum") for s in by[k]]
    for j, (s, f) in enumerate(out):
        r = random.random()
        if r < 0.05: out[j] = (s, s["cases"][0 if r < 0.012 else 1 if r < 0.03 else 2])
        elif r < 0.09 and len(f) > 4 and s["deprel"][-1] == PUNCT and not (s["head"] == len(f)).any(): out[j] = unstopped(s)
    if ONLY == "ud": return out
    extra = by["wikigold"] + by["politics"] * POL + random.sample(by["btc"], len(by["btc"]) // 3) + random.sample(by["wnut"], len(by["wnut"]) * 2 // 5)
    if "aug" in by: extra += random.sample(by["aug"], int(AUG * len(by["aug"])))
    if "litbank" in by: extra += random.sample(by["litbank"], int(UNLABELLED * len(by["litbank"])))
    if "polnear" in by: extra += random.sample(by["polnear"], int(SHARE * 15000))
    return out + [(s, s["forms"]) for s in extra]


def unstopped(s):
    """The sentence without its last stop, as headlines are."""
    t = {k: v[:-1] if isinstance(v, np.ndarray) else v for k, v in s.items()}
    if "soft" in s: t["soft"] = {k: v[:-1, :-1] if k == "arc" else v[:-1] for k, v in s["soft"].items()}
    return t, t["forms"]


def batches(pool, size, shuffle=True):
    """Groups of like length and like task, so that nothing is computed in vain."""
    task = lambda s: -1 if "head" in s and "soft" in s else 0 if "head" in s else 1 if "names" in s else 2 if "roles" in s else 3
    keyed = sorted(((task(s), len(f) + (random.random() * 3 if shuffle else 0), i) for i, (s, f) in enumerate(pool)))
    groups, cur, width, last = [], [], 0, None
    for t, _, i in keyed:
        w = max(width, len(pool[i][1]) + 1)
        if cur and ((len(cur) + 1) * w > size or t != last): groups.append(cur); cur, w = [], len(pool[i][1]) + 1
        cur.append(i); width, last = w, t
    groups.append(cur)
    if shuffle: random.shuffle(groups)
    for g in groups: yield collate([pool[i] for i in g])


def collate(items):
    B, T = len(items), max(len(f) for _, f in items) + 1
    form = np.full((B, T), -1, np.int64); m = np.zeros((B, T), np.float32); b = {}
    for r, (s, f) in enumerate(items): form[r, 1:len(f) + 1] = f; m[r, :len(f) + 1] = 1
    types, index = np.unique(form[form >= 0], return_inverse=True)
    idx = np.full((B, T), len(types), np.int64); idx[form >= 0] = index
    b["types"], b["index"], b["m"] = torch.tensor(types), torch.tensor(idx), torch.tensor(m)
    b["len"] = torch.tensor([len(f) + 1 for _, f in items], dtype=torch.int32)
    for k in ("upos", "xpos", "deprel", "head", "names", "roles"):
        if k not in items[0][0]: continue
        t = np.full((B, T, 3) if k == "roles" else (B, T), 0 if k == "names" else -100, np.int64)
        for r, (s, f) in enumerate(items): t[r, 1:len(f) + 1] = s[k]
        b[k] = torch.tensor(t)
    if "soft" in items[0][0]:
        for k in items[0][0]["soft"]:
            if k == "head": continue
            w = T if k == "arc" else items[0][0]["soft"][k].shape[1]; t = np.zeros((B, T, w), np.float32)
            for r, (s, f) in enumerate(items): a = s["soft"][k]; t[r, 1:len(f) + 1, :a.shape[1]] = a
            b["soft_" + k] = torch.from_numpy(t)
        if "head" in items[0][0]["soft"]:
            t = np.zeros((B, T), np.int64)
            for r, (s, f) in enumerate(items): t[r, 1:len(f) + 1] = s["soft"]["head"]
            b["soft_head"] = torch.tensor(t)
    return b


bits = torch.tensor([1 << i for i in range(17)])


def loss_of(net, b):
    x = net.encode(b); out = 0; parts = {}
    sce = lambda l, p, m: -(p * F.log_softmax(l, -1))[:, 1:].sum() / (m.sum() - len(m))
    ce = lambda l, t: F.cross_entropy(l.flatten(0, -2), t.flatten(), label_smoothing=0.0)
    taught = "soft_arc" in b
    if "head" in b or taught:
        arc, label = net.arcs(x, b["m"]), net.labels(x, b["soft_head"] if taught else b["head"].clamp(min=0)); up, xp = net.upos(x), net.xpos(x)
        pairs = (("arc", arc, 1.0), ("deprel", label, 1.0), ("upos", up, TAGW), ("xpos", xp, TAGW))
        for k, l, w in pairs:
            if "head" in b: parts[k] = ce(l, b["head" if k == "arc" else k]) * w * (1 - SOFT if taught else 1.0)
            if taught: parts["soft " + k] = sce(l, b["soft_" + k], b["m"]) * w * (SOFT if "head" in b else FREE)
    nl = net.names(x)
    if "soft_names" in b:
        p = b["soft_names"]
        if "names" in b: p = p * ((b["names"][..., None] & bits) > 0); p = p / (p.sum(-1, keepdim=True) + 1e-6)
        parts["soft names"] = sce(nl, p, b["m"]) * 1.5 * NAMEW
    if "names" in b:
        flat = b["names"].flatten(); keep = flat > 0
        l = nl.flatten(0, 1)[keep]; ok = (flat[keep][:, None] & bits) > 0
        nll = torch.logsumexp(l, -1) - torch.logsumexp(l.masked_fill(~ok, -1e4), -1)
        parts["names"] = nll.mean() * (NAMEW if "head" in b else 2 * NAMEW)
    if "roles" in b:
        parts["roles"] = ce(net.roles(x).view(*x.shape[:2], 3, 3), b["roles"]) * 0.6
    return sum(parts.values()), parts


def evaluate(net):
    net.eval(); out = []
    with torch.no_grad():
        for k, data in prep["dev"].items():
            n = np.zeros(5)
            for b in batches([(s, s["forms"]) for s in data], 3000, False):
                x = net.encode(b); arc = net.arcs(x, b["m"]); h = arc.argmax(-1); l = net.labels(x, h).argmax(-1)
                ok = (b["m"] > 0); ok[:, 0] = False; u = (h == b["head"]) & ok
                base = torch.tensor(base_of)[l]; gold = torch.tensor(base_of)[b["deprel"].clamp(min=0).long()].masked_fill(b["deprel"] < 0, -1)
                n += [ok.sum().item(), ((net.upos(x).argmax(-1) == b["upos"]) & ok).sum().item(), ((net.xpos(x).argmax(-1) == b["xpos"]) & ok).sum().item(), u.sum().item(), (u & (base == gold)).sum().item()]
            out.append(k + " " + " ".join(f"{100 * v / n[0]:.2f}" for v in n[1:]))
    net.train(); return " | ".join(out)


rel = prep["sets"]["deprel"]; names = sorted({r.split(":")[0] for r in rel}); base_of = [names.index(r.split(":")[0]) for r in rel]
params = [(k, p) for k, p in net.named_parameters()]
state = [(p, torch.zeros_like(p), torch.zeros_like(p), p.detach().clone(), p.shape[1] if k.split(".")[0] in ("e", "a", "n") else 0, 0.0 if p.dim() < 2 or k.split(".")[0] in ("e", "a", "n") else WD) for k, p in params]
for p, *_ in state: p.grad = torch.zeros_like(p)
print("parameters", sum(p.numel() for _, p in params), "encoder and heads", sum(p.numel() for k, p in params if k.split(".")[0] not in ("e", "a", "n")), flush=True)


def save(path):
    sd = net.state_dict(); ema = dict(sd)
    for (k, _), s in zip(params, state): ema[k] = s[3]
    torch.save(dict(model=sd, ema=ema, shape=shape, step=step), path + ".tmp"); os.replace(path + ".tmp", path)


def with_ema(f):
    keep = [p.detach().clone() for p, *_ in state]
    for p, _, _, e, _, _ in state: p.data.copy_(e)
    r = f()
    for (p, *_), k in zip(state, keep): p.data.copy_(k)
    return r


c0 = time.process_time(); spent = lambda: (time.process_time() - c0) / THREADS
step, ep, tokens, last, run = 0, 0, 0, 0.0, {}
total = MINUTES * 60
done = False
while not done:
    for b in batches(epoch(), BATCH):
        t = spent() / total
        if t >= 1: done = True; break
        lr = LR * min(1, (step + 1) / 300) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, t))))
        loss, parts = loss_of(net, b); loss.backward(); step += 1
        norm = math.sqrt(sum(K.sumsq(L(p.numel()), P(p.grad)) for p, *_ in state)); scale = min(1.0, 2.0 / (norm + 1e-6))
        b1, b2 = 0.9, 0.98; ema = min(EMA, step / (step + 20))
        c1, c2 = 1 / (1 - b1 ** step), 1 / (1 - b2 ** step); f = ctypes.c_float
        for p, m, v, e, row, wd in state:
            K.adam(L(p.numel()), L(row), P(p.data), P(p.grad), P(m), P(v), P(e), f(lr), f(b1), f(b2), f(c1), f(c2), f(1e-8), f(wd), f(scale), f(ema))
        tokens += int(b["m"].sum())
        for k, v in parts.items(): run.setdefault(k, []).append(v.item())
        if spent() - last > EVAL:
            last = spent()
            print(f"{spent() / 60:.1f} min epoch {ep} step {step} {tokens / max(1, spent()):.0f} tok/s", {k: round(float(np.mean(v)), 3) for k, v in run.items()}, with_ema(lambda: evaluate(net)), flush=True)
            run = {}; save(sys.argv[2])
    ep += 1
print(f"end {spent() / 60:.1f} min epochs {ep} step {step}", "ema", with_ema(lambda: evaluate(net)), "raw", evaluate(net), flush=True)
save(sys.argv[2])
