"""Fits the second look at names (FORMAT.md) on what dump.mjs wrote, and writes names.bin.

usage: train.py DUMP NETWORK.bin OUT.bin [epochs=3] [rows=30000] [prior=1] ...   DUMP: the name that dump.mjs was given

A linear chain over the name tags, by AdaGrad on the likelihood of all tag sequences that the annotation allows. Words that are no candidates are no
names. A proper noun of EWT that no list settles may be anything, "no name" e^prior times less likely, and
its types as likely as the network says. Seeded; no development data.
"""
import json, os, sys
os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
torch.set_num_threads(1); torch.manual_seed(1); np.random.seed(1)
dump, network, out = sys.argv[1:4]
opt = dict(a.split("=") for a in sys.argv[4:])
get = lambda k, v: type(v)(opt.get(k, v))
EPOCHS, ROWS, PRIOR, RATE, DROP, LEAST = get("epochs", 3), get("rows", 30000), get("prior", 1.0), get("rate", 0.1), get("drop", 0.15), get("least", 3)
ANCHOR, TRUST = get("anchor", 1.0), get("trust", 3.0)
SHARE = dict(ewt=get("ewt", 0.5), gum=get("gum", 1.0), wikigold=1.0, btc=get("btc", 0.25), wnut=get("wnut", 0.5), politics=get("politics", 1.0))
NO = -1e4
DATES = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun am pm est""".split())

head = open(network, "rb").read(8); size = int.from_bytes(head[4:8], "little")
TAGS = json.loads(open(network, "rb").read()[8:8 + size])["names"]; N = len(TAGS)
lines = [json.loads(l) for l in open(dump + ".jsonl")]
keys = np.fromfile(dump + ".features", np.uint32); ends = np.fromfile(dump + ".ends", np.float64).astype(np.int64)
near = torch.from_numpy(np.fromfile(dump + ".near", np.float32).reshape(-1, 3 * N))
start = np.cumsum([0] + [len(l["names"]) for l in lines])
known, number, count = np.unique(keys, return_inverse=True, return_counts=True)
kept = count >= LEAST; row = np.where(kept, np.cumsum(kept) - 1, -1)[number]; R = int(kept.sum())
candidate = torch.tensor(np.concatenate([l["candidates"] for l in lines]).astype(bool))
bits = 1 << np.arange(N)
allowed = (np.concatenate([l["names"] for l in lines])[:, None] & bits) > 0
weight = torch.from_numpy(np.where(allowed, 0, NO).astype(np.float32))
for l, a in zip(lines, start):
    if l["set"] != "ewt" or not l.get("upos"): continue
    for i, (form, upos) in enumerate(zip(l["forms"], l["upos"])):
        types = near[a + i, 1:N].reshape(-1, 2).max(1).values * 10
        if allowed[a + i, 1:].reshape(-1, 2).any(1).all(): weight[a + i, 1:] += ANCHOR * (types - types.max()).repeat_interleave(2)
        if upos == "PROPN" and allowed[a + i].all() and form.lower().rstrip(".") not in DATES: weight[a + i, 0] = -PRIOR
inside = np.array([t.startswith("I-") for t in TAGS])
barred = torch.from_numpy(np.array([[inside[j] and i not in (j, j - 1) for j in range(N)] for i in range(N)]))
only_o = torch.full((N,), NO); only_o[0] = 0
print(R, "features,", int(candidate.sum()), "words of", len(candidate), flush=True)


class Chain(nn.Module):
    def __init__(self):
        super().__init__()
        self.rows = nn.EmbeddingBag(R, N, mode="sum", sparse=True); nn.init.zeros_(self.rows.weight)
        self.dense = nn.Linear(3 * N, N); nn.init.zeros_(self.dense.weight); nn.init.zeros_(self.dense.bias)
        with torch.no_grad(): self.dense.weight[:, :N] = torch.eye(N) * 5
        self.moves = nn.Parameter(torch.zeros(N, N)); self.starts = nn.Parameter(torch.zeros(N))

    def scores(self, words):
        at = words[candidate[words].numpy()]; n = ends[at + 1] - ends[at]; first = np.concatenate([[0], np.cumsum(n)[:-1]])
        r = row[np.repeat(ends[at] - first, n) + np.arange(n.sum())]; own = np.repeat(np.arange(len(at)), n)
        use = (r >= 0) & (np.random.rand(len(r)) >= DROP); r, own = r[use], own[use]
        found = self.rows(torch.from_numpy(r), torch.from_numpy(np.searchsorted(own, np.arange(len(at))))) + self.dense(F.dropout(near[at], 0.1))
        all_ = only_o.repeat(len(words), 1); all_[candidate[words]] = found
        return all_

    def total(self, score, length):
        moves = self.moves.masked_fill(barred, NO); a = score[:, 0] + self.starts.masked_fill(torch.from_numpy(inside), NO); steps = [a]
        for t in range(1, score.shape[1]):
            a = torch.logsumexp(a[:, :, None] + moves, 1) + score[:, t]; steps.append(a)
        return torch.logsumexp(torch.stack(steps, 1)[torch.arange(len(length)), length - 1], -1)


net = Chain(); sparse = torch.optim.Adagrad([net.rows.weight], lr=RATE, initial_accumulator_value=0.1)
rest = torch.optim.Adam([p for k, p in net.named_parameters() if k != "rows.weight"], lr=2e-3)
# A sentence whose names lie on words that are no candidates cannot be learned from.
possible = weight.clone(); possible[~candidate] += only_o
able = [i for i, l in enumerate(lines) if SHARE[l["set"]] > 0 and candidate[start[i]:start[i + 1]].any() and (possible[start[i]:start[i + 1]].max(-1).values > NO / 2).all()]
mean = None
for epoch in range(EPOCHS):
    order = sorted(np.random.permutation(able), key=lambda i: len(lines[i]["names"]) + np.random.rand() * 4); groups, group, words = [], [], 0
    for i in order:
        group.append(i); words += len(lines[i]["names"])
        if words > 1200: groups.append(group); group, words = [], 0
    if group: groups.append(group)
    loss_sum = 0
    for k in np.random.permutation(len(groups)):
        g = groups[k]; length = [len(lines[i]["names"]) for i in g]; T = max(length)
        padded = lambda x: torch.stack([F.pad(y, (0, 0, 0, T - len(y))) for y in x.split(length)])
        score = padded(net.scores(np.concatenate([np.arange(start[i], start[i + 1]) for i in g]))); n = torch.tensor(length)
        gold = padded(torch.cat([weight[start[i]:start[i + 1]] for i in g]))
        loss = ((net.total(score, n) - net.total(score + gold, n)) * torch.tensor([SHARE[lines[i]["set"]] for i in g])).sum() / 20
        sparse.zero_grad(set_to_none=True); rest.zero_grad(); loss.backward(); sparse.step(); rest.step(); loss_sum += loss.item()
    print(f"round {epoch}: {loss_sum / len(groups):.4f}", flush=True)
    if epoch >= EPOCHS // 2:
        now = {k: v.detach().clone() for k, v in net.state_dict().items()}
        mean = now if mean is None else {k: mean[k] + now[k] for k in now}
mean = {k: (v / (EPOCHS - EPOCHS // 2)).numpy() for k, v in mean.items()}

# The network that ships was trained longer than those of the folds, and on all text: it is trusted more.
mean["dense.weight"][:, :N] += TRUST * np.eye(N, dtype=np.float32)
w = mean["rows.weight"]; worth = (w ** 2).sum(1) * count[kept]
best = np.sort(np.argsort(-worth, kind="stable")[:ROWS]); w = w[best]
scale = min(np.abs(w).max(), 3.0) / 127; small = np.clip(np.rint(w / scale), -127, 127).astype(np.int8)
blobs, parts, at = {}, [], 0
def add(name, array, kind):
    global at
    data = np.ascontiguousarray(array).tobytes(); blobs[name] = dict(type=kind, shape=list(array.shape), offset=at)
    data += b"\0" * (-len(data) % 16); parts.append(data); at += len(data)
add("keys", known[kept][best].astype(np.uint32), "u32"); add("rows", small, "i8"); add("rows.k", np.array([scale], np.float32), "f32")
add("dense", mean["dense.weight"].astype(np.float32), "f32"); add("bias", mean["dense.bias"].astype(np.float32), "f32")
add("moves", mean["moves"].astype(np.float32), "f32"); add("starts", mean["starts"].astype(np.float32), "f32")
h = json.dumps(dict(format=1, model="onrecord-names-1", scales={}, names=TAGS, blobs=blobs), separators=(",", ":")).encode()
data = b"ORR1" + len(h).to_bytes(4, "little") + h; data += b"\0" * (-len(data) % 16) + b"".join(parts)
open(out, "wb").write(data); print(out, len(data), "bytes, largest weight", float(np.abs(w).max()))
