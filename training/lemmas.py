"""Lemma rows (FORMAT.md, "Lemmas") and feature rows from the training treebanks.

usage: lemmas.py DATA.pkl OUT-FOLDER        (also prints the accuracy on the dev sets with gold XPOS)
"""
import pickle, sys
from collections import Counter, defaultdict
from features import normal

DEPTH = 6


def base_of(form, xpos): return normal(form) if xpos in ("NNP", "NNPS") else normal(form).lower()


def script(base, lemma):
    k = 0
    while k < len(base) and k < len(lemma) and base[k] == lemma[k]: k += 1
    return len(base) - k, lemma[k:]


def apply(base, s): return s[1] if s[0] == "=" else base[:len(base) - s[0]] + s[1] if s[0] <= len(base) else base


class Lemmas:
    def __init__(self): self.word, self.end = {}, {}

    def lemma(self, form, xpos):
        b = base_of(form, xpos); s = self.word.get((xpos, b))
        if s is None:
            for n in range(min(DEPTH, len(b)), -1, -1):
                s = self.end.get((xpos, b[len(b) - n:]))
                if s is not None: break
        return apply(b, s or (0, ""))

    def learn(self, tokens):
        seen = defaultdict(Counter)
        for form, lemma, xpos in tokens:
            if lemma != "_" and xpos not in ("GW",): seen[xpos, base_of(form, xpos)][lemma] += 1
        ends = defaultdict(Counter)
        for (xpos, b), c in seen.items():
            lemma, n = c.most_common(1)[0]
            if sum(c.values()) < 1: continue
            s = script(b, lemma)
            if s[0] == len(b) and len(b) > 2: continue
            for k in range(0, min(DEPTH, len(b)) + 1): ends[xpos, b[len(b) - k:]][s] += 1
        for (xpos, e) in sorted(ends, key=lambda x: len(x[1])):
            c = ends[xpos, e]; s, n = min(c.items(), key=lambda x: (-x[1], str(x[0]))); up = None
            for k in range(len(e) - 1, -1, -1):
                up = self.end.get((xpos, e[len(e) - k:]))
                if up is not None: break
            if up is None: up = (0, "")
            if s != up and (n >= 3 or len(e) == 0) and n > 2 * c[up]: self.end[xpos, e] = s
        for (xpos, b), c in seen.items():
            lemma, n = min(c.items(), key=lambda x: (-x[1], x[0])); form = b
            got = None
            for k in range(min(DEPTH, len(b)), -1, -1):
                got = self.end.get((xpos, b[len(b) - k:]))
                if got is not None: break
            if apply(b, got or (0, "")) != lemma and (n >= 2 or xpos not in ("NNP", "NNPS", "ADD", "FW", "LS", "SYM", "CD")):
                s = script(b, lemma); self.word[xpos, b] = ("=", lemma) if s[0] == len(b) else s
        return self


def main():
    data, dev = pickle.load(open(sys.argv[1], "rb"))
    toks = lambda s: zip(s["forms"], s["lemma"], s["xpos"])
    m = Lemmas().learn(t for s in data if "lemma" in s for t in toks(s))
    with open(sys.argv[2] + "/lemmas.tsv", "w", encoding="utf8") as f:
        f.write("# source: UD_English-EWT and UD_English-GUM (genres with free texts), training parts; licence: CC BY-SA 4.0\nid\tkind\txpos\tkey\tcut\tadd\n"); n = 0
        for kind, table in (("end", m.end), ("word", m.word)):
            for (x, k), s in sorted(table.items()):
                if "\t" in k + s[1] or "\n" in k: continue
                n += 1; f.write(f"lemma-{n}\t{kind}\t{x}\t{k}\t{s[0]}\t{s[1]}\n")
    for name, d in dev.items():
        ok = [m.lemma(f, x) == l for s in d for f, l, x in toks(s) if l != "_"]
        print(name, f"lemma with gold XPOS {100 * sum(ok) / len(ok):.2f}", len(m.end), "ends", len(m.word), "words")
        bad = Counter((f, l, m.lemma(f, x), x) for s in d for f, l, x in toks(s) if l != "_" and m.lemma(f, x) != l)
        if "-v" in sys.argv: print(bad.most_common(40))


if __name__ == "__main__": main()
