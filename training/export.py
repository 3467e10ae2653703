"""Writes reader.bin (FORMAT.md) from a checkpoint, and checks the file by running it.

usage: export.py PREPARED.pkl CHECKPOINT.pt OUT.bin MODEL-ID [ema|model]
"""
import json, pickle, sys
import numpy as np, torch
from features import AFFIX_ROWS, GRAM_ROWS

f32 = np.float32
O_BIAS = 0.75  # towards no name: chosen on the dev sets (LOG.md)


def rows8(w):
    """Rows in 8 bits: (i8 values, f32 scale of each row)."""
    k = np.maximum(np.abs(w).max(1), 1e-8) / 127
    return np.clip(np.rint(w / k[:, None]), -127, 127).astype(np.int8), k.astype(f32)


def main():
    prep = pickle.load(open(sys.argv[1], "rb")); ck = torch.load(sys.argv[2]); which = sys.argv[5] if len(sys.argv) > 5 else "ema"
    w = {k: v.numpy().astype(f32) for k, v in ck[which].items()}
    w["names.bias"][0] += O_BIAS
    shape = dict(dict(d=160, layers="RRARA", heads=4, dh=32, arc=128, lab=64, labm=64), **ck["shape"])
    scales = dict(dict(rms=512, form=1024, mlp=512, att=128, mix=1024, dep=512, arc=128, lab=256), **ck.get("scales", {}))
    blobs, parts, pos = {}, [], 0

    def add(name, a, kind, stride=None):
        nonlocal pos
        data = a if isinstance(a, bytes) else np.ascontiguousarray(a).tobytes()
        blobs[name] = dict(type=kind, shape=[len(a)] if isinstance(a, bytes) else list(a.shape), offset=pos)
        if stride: blobs[name]["shape"][1] = stride[0]; blobs[name]["stride"] = stride[1]
        pad = -len(data) % 16; parts.append(data + b"\0" * pad); pos += len(data) + pad

    def linear(name, key, s):
        q, k = rows8(w[key + ".weight"]); n = q.shape[1]; m = -n % 16
        add(name + ".w", np.pad(q, ((0, 0), (0, m))), "i8", (n, n + m)); add(name + ".k", (k / f32(scales[s])).astype(f32), "f32"); add(name + ".b", w[key + ".bias"], "f32")

    add("words", "\n".join(prep["words"]).encode(), "utf8")
    g = (prep["q"].astype(np.int16) + 8).astype(np.uint8)
    add("vectors", (g[:, 0::2] | g[:, 1::2] << 4).astype(np.uint8), "u8"); add("vectors.k", prep["scale"][:, 0], "f32")
    for name, key in (("own", "e"), ("affix", "a"), ("gram", "n")):
        q, k = rows8(w[key + ".weight"]); add(name, q, "i8"); add(name + ".k", k, "f32")
    linear("form", "i", "form"); linear("mlp1", "f1", "rms"); linear("mlp2", "f2", "mlp"); add("root", w["root"], "f32")
    for l, kind in enumerate(shape["layers"]):
        if kind == "R": linear(f"l{l}.z", f"layers.{l}.z", "rms")
        else:
            linear(f"l{l}.qkv", f"layers.{l}.qkv", "rms"); linear(f"l{l}.o", f"layers.{l}.o", "mix"); add(f"l{l}.rel", w[f"layers.{l}.rel"], "f32")
            add(f"l{l}.s", np.array([1 / (scales["att"] ** 2 * np.sqrt(shape["dh"]))], f32), "f32")
    for name in ("upos", "xpos", "names", "roles", "ad", "ah", "ld", "lh"): linear(name, name, "rms")
    linear("u", "u", "dep"); linear("lo", "lo", "lab"); add("dist", w["dist"], "f32")
    add("arc.s", np.array([1 / (scales["arc"] ** 2 * np.sqrt(shape["arc"]))], f32), "f32")
    from data import TAGS
    head = dict(format=1, model=sys.argv[4], **{k: shape[k] for k in ("d", "layers", "heads", "dh", "arc", "lab", "labm")}, affixRows=AFFIX_ROWS, gramRows=GRAM_ROWS,
                both=prep["both"], onlyVector=prep["only_g"], onlyOwn=prep["only_e"], upos=prep["sets"]["upos"], xpos=prep["sets"]["xpos"], deprel=prep["sets"]["deprel"],
                names=TAGS, roles=[f"{t}-{r}" for r in ("source", "cue", "content") for t in "OBI"], scales=scales, blobs=blobs)
    h = json.dumps(head, separators=(",", ":")).encode()
    out = b"ORR1" + len(h).to_bytes(4, "little") + h; out += b"\0" * (-len(out) % 16) + b"".join(parts)
    open(sys.argv[3], "wb").write(out)
    print(sys.argv[3], f"{len(out) / 1e6:.2f} MB", {k: round(np.prod(v["shape"]) / 1e6, 2) for k, v in blobs.items() if np.prod(v["shape"]) > 2e5})


main()
