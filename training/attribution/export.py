"""Writes extractor.bin (README.md, "File") from a checkpoint of train.py.

usage: export.py CHECKPOINT.pt OUT.bin MODEL-ID
"""
import json, sys
import numpy as np, torch

f32 = np.float32
RMS = 512
LINEAR = dict(own="own", up="up", w0="layers.0.z", w1="layers.1.z", cue="cue", part="part", head="head", first="first", last="last", v0="viewLayers.0.z", v1="viewLayers.1.z", out="out")


def rows8(w):
    k = np.maximum(np.abs(w).max(1), 1e-8) / 127
    return np.clip(np.rint(w / k[:, None]), -127, 127).astype(np.int8), k.astype(f32)


ck = torch.load(sys.argv[1]); w = {k: v.numpy() for k, v in ck["ema"].items()}
blobs, parts, pos = {}, [], 0


def add(name, a, kind, stride=None):
    global pos
    data = np.ascontiguousarray(a).tobytes(); blobs[name] = dict(type=kind, shape=list(a.shape), offset=pos)
    if stride: blobs[name]["shape"][1] = stride[0]; blobs[name]["stride"] = stride[1]
    pad = -len(data) % 16; parts.append(data + b"\0" * pad); pos += len(data) + pad


for name, key in LINEAR.items():
    q, k = rows8(w[key + ".weight"].astype(f32)); n = q.shape[1]; m = -n % 16
    add(name + ".w", np.pad(q, ((0, 0), (0, m))), "i8", (n, n + m)); add(name + ".k", (k / f32(RMS)).astype(f32), "f32")
    add(name + ".b", w.get(key + ".bias", np.zeros(len(k))).astype(f32), "f32")
for name in ("word", "view"):
    q, k = rows8(w[name + ".t.weight"].astype(f32)); add(name, q, "i8"); add(name + ".k", k, "f32")
head = dict(format=1, model=sys.argv[3], state=160, d=ck["d"], e=ck["e"], scales=dict(rms=RMS), blobs=blobs)
h = json.dumps(head, separators=(",", ":")).encode()
out = b"ORR1" + len(h).to_bytes(4, "little") + h; out += b"\0" * (-len(out) % 16) + b"".join(parts)
open(sys.argv[2], "wb").write(out); print(sys.argv[2], f"{len(out) / 1e6:.2f} MB")
