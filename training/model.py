"""The reader's network (see FORMAT.md) in PyTorch, with the fused kernels of kernels.c."""
import ctypes, math, os, subprocess, tempfile
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
from features import AFFIX_ROWS, GRAM_ROWS

HERE = os.path.dirname(os.path.abspath(__file__))
_so = os.path.join(os.environ.get("READER_SCRATCH", tempfile.gettempdir()), "kernels.so")
if not os.path.exists(_so) or os.path.getmtime(_so) < os.path.getmtime(os.path.join(HERE, "kernels.c")):
    subprocess.check_call(["gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", os.path.join(HERE, "kernels.c"), "-o", _so, "-lm"])
K = ctypes.CDLL(_so)
K.sumsq.restype = ctypes.c_double
P = lambda t: ctypes.c_void_p(t.data_ptr() if t is not None else None)
L = ctypes.c_long


class Rms(torch.autograd.Function):
    """x / root mean square, times a mask [B, d] that is the same for every word of a sequence."""
    @staticmethod
    def forward(ctx, x, mask):
        B, T, d = x.shape
        y = torch.empty_like(x); inv = torch.empty(B * T)
        K.rms_fwd(L(B * T), L(T), L(d), P(x), P(mask), P(y), P(inv))
        ctx.save_for_backward(x, mask, inv)
        return y

    @staticmethod
    def backward(ctx, dy):
        x, mask, inv = ctx.saved_tensors
        B, T, d = x.shape; dy = dy.contiguous(); dx = torch.empty_like(x)
        K.rms_bwd(L(B * T), L(T), L(d), P(x), P(mask), P(inv), P(dy), P(dx))
        return dx, None


class Scan(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, length):
        B, T, h6 = z.shape; h = h6 // 6
        out = torch.empty(B, T, 2 * h); c = torch.empty(B, T, 2 * h)
        K.scan_fwd(L(B), L(T), L(h), P(z), P(length), P(out), P(c))
        ctx.save_for_backward(z, length, c)
        return out

    @staticmethod
    def backward(ctx, g):
        z, length, c = ctx.saved_tensors
        B, T, h6 = z.shape; dz = torch.empty_like(z); g = g.contiguous()
        K.scan_bwd(L(B), L(T), L(h6 // 6), P(z), P(length), P(c), P(g), P(dz))
        return dz, None


def rms(x, mask=None): return Rms.apply(x.contiguous(), mask)


def drop(p, *shape):
    return (torch.rand(*shape) >= p).float().div_(1 - p)


class Recur(nn.Module):
    def __init__(self, d, h, p):
        super().__init__(); self.z = nn.Linear(d, 6 * h); self.p = p; self.h = h
        self.o = nn.Linear(2 * h, d) if 2 * h != d else None
        nn.init.xavier_uniform_(self.z.weight)
        with torch.no_grad():
            self.z.bias.zero_(); self.z.bias[2 * h:4 * h].uniform_(-1, 1.5)

    def forward(self, x, m, length):
        y = rms(x, drop(self.p, x.shape[0], x.shape[2]) if self.training else None)
        y = Scan.apply(self.z(y), length)
        return x + (y if self.o is None else self.o(y))


class Attend(nn.Module):
    def __init__(self, d, heads, dh, p):
        super().__init__(); self.h, self.k, self.p = heads, dh, p
        self.qkv = nn.Linear(d, 3 * heads * dh); self.o = nn.Linear(heads * dh, d); self.rel = nn.Parameter(torch.zeros(heads, 65))
        nn.init.xavier_uniform_(self.qkv.weight); nn.init.xavier_uniform_(self.o.weight)

    def forward(self, x, m, length):
        B, T, d = x.shape
        y = rms(x, drop(self.p, B, d) if self.training else None)
        q, k, v = self.qkv(y).view(B, T, 3, self.h, self.k).permute(2, 0, 3, 1, 4).reshape(3, B * self.h, T, self.k)
        idx = (torch.arange(T)[None] - torch.arange(T)[:, None]).clamp(-32, 32) + 32
        s = torch.bmm(q, k.transpose(1, 2)).view(B, self.h, T, T).mul(1 / math.sqrt(self.k)) + (self.rel[:, idx] + 0)[None]
        s = s.masked_fill(m[:, None, None] == 0, -1e4)
        w = (1 + 0.125 * (s - s.amax(-1, keepdim=True).detach())).clamp_min(0)
        w = w * w; w = w * w; w = w * w
        w = w / w.sum(-1, keepdim=True)
        a = torch.bmm(w.view(B * self.h, T, T), v).view(B, self.h, T, self.k).transpose(1, 2).reshape(B, T, -1)
        return x + self.o(a)


class Conv(nn.Module):
    def __init__(self, d, p):
        super().__init__(); self.z = nn.Linear(3 * d, 2 * d); self.p = p; nn.init.xavier_uniform_(self.z.weight)

    def forward(self, x, m, length):
        y = rms(x, drop(self.p, x.shape[0], x.shape[2]) if self.training else None) * m[..., None]
        z = F.pad(y, (0, 0, 1, 1)); z = torch.cat([z[:, :-2], z[:, 1:-1], z[:, 2:]], -1)
        a, b = self.z(z).chunk(2, -1)
        return x + a * (0.5 + 0.5 * b * torch.rsqrt(1 + b * b))


leaky = lambda x: F.leaky_relu(x, 0.125)


class Reader(nn.Module):
    def __init__(self, prep, d=160, layers="RRARA", heads=4, dh=32, arc=128, lab=64, labm=64, p=0.2, pe=0.2, ed=64, ad=32, gd=64, h=None, form_mlp=2):
        super().__init__()
        n = {k: len(v) for k, v in prep["sets"].items()}
        self.d, self.p, self.pe, self.lab, self.labm, self.arcd = d, p, pe, lab, labm, arc
        g = (prep["q"] * prep["scale"]).astype(np.float32)
        self.register_buffer("g", torch.tensor(np.vstack([np.zeros((1, 100), np.float32), g])))
        self.e = nn.Embedding(prep["both"] + prep["only_e"] + 1, ed); self.a = nn.Embedding(AFFIX_ROWS, ad)
        self.n = nn.EmbeddingBag(GRAM_ROWS, gd, mode="mean")
        for t, s in ((self.e, 0.3), (self.a, 0.3), (self.n, 0.6)): nn.init.normal_(t.weight, std=s)
        self.i = nn.Linear(100 + ed + 8 * ad + gd, d)
        self.f1 = nn.Linear(d, form_mlp * d); self.f2 = nn.Linear(form_mlp * d, d)
        self.root = nn.Parameter(torch.randn(d))
        make = {"R": lambda: Recur(d, h or d // 2, p), "A": lambda: Attend(d, heads, dh, p), "C": lambda: Conv(d, p)}
        self.layers = nn.ModuleList([make[c]() for c in layers])
        self.upos = nn.Linear(d, n["upos"]); self.xpos = nn.Linear(d, n["xpos"]); self.names = nn.Linear(d, 17); self.roles = nn.Linear(d, 9)
        self.ad = nn.Linear(d, arc); self.ah = nn.Linear(d, arc); self.u = nn.Linear(arc, arc); self.dist = nn.Parameter(torch.zeros(65))
        self.ld = nn.Linear(d, lab + labm); self.lh = nn.Linear(d, lab + labm); self.lo = nn.Linear(lab + labm, n["deprel"])
        self.rows = {k: torch.tensor(v, dtype=torch.long) for k, v in prep["rows"].items()}
        c = torch.tensor(prep["count"]); self.edrop = (0.4 / (0.4 + c) + 0.08).clamp(max=0.6).float()

    def forms(self, ids):
        """Vectors of distinct forms."""
        r = self.rows; e, g = r["e"][ids], r["g"][ids]
        if self.training:
            e = e.masked_fill(torch.rand(len(ids)) < self.edrop[e], 0); g = g.masked_fill(torch.rand(len(ids)) < 0.06, 0)
        start, end = r["no"][ids], r["no"][ids + 1]; n = end - start
        off = torch.cumsum(n, 0) - n
        flat = r["n"][torch.repeat_interleave(start - off, n) + torch.arange(int(n.sum()))]
        u = torch.cat([self.g[g], self.e(e), self.a(r["a"][ids]).flatten(1), self.n(flat, off)], -1)
        v = self.i(F.dropout(u, self.pe, self.training))
        y = rms(v[None])[0]
        return v + self.f2(F.relu(self.f1(y)))

    def encode(self, batch):
        m, length = batch["m"], batch["len"]
        v = self.forms(batch["types"])
        x = F.embedding(batch["index"], torch.cat([v, self.root[None]]))
        for layer in self.layers: x = layer(x, m, length)
        return rms(x, drop(self.p, x.shape[0], x.shape[2]) if self.training else None)

    def arcs(self, x, m):
        """[B, T, T]: score of word (row) under head (column); row 0 is the root and means nothing."""
        hd, dp = leaky(self.ah(x)), leaky(self.ad(x))
        if self.training: hd = hd * drop(self.p, hd.shape[0], 1, hd.shape[2]); dp = dp * drop(self.p, hd.shape[0], 1, hd.shape[2])
        T = x.shape[1]; idx = (torch.arange(T)[None] - torch.arange(T)[:, None]).clamp(-32, 32) + 32
        s = torch.bmm(self.u(dp), hd.transpose(1, 2)) * (1 / math.sqrt(self.arcd)) + self.dist[idx][None]
        return s.masked_fill(m[:, None] == 0, -1e4)

    def labels(self, x, head):
        a, b = self.ld(x), self.lh(x)
        b = torch.gather(b, 1, head[..., None].expand(-1, -1, b.shape[-1]))
        k = self.lab; z = torch.cat([leaky(a[..., :k] + b[..., :k]), a[..., k:] * b[..., k:]], -1)
        if self.training: z = z * drop(self.p, z.shape[0], 1, z.shape[2])
        return self.lo(z)
