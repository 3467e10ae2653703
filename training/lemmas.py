"""Lemma rows (FORMAT.md, "Lemmas") and feature rows from the training treebanks.

usage: lemmas.py DATA.pkl OUT-FOLDER [PREPARED.pkl]      (also prints the accuracy on the dev sets with gold XPOS)

With PREPARED.pkl its word list, in order of frequency, decides between the stems that an inflected word may have
(provoked: provoke, not provok; stopped: stop; hoping: hope, not hop) where the training sets have not the word.
"""
import pickle, sys
from collections import Counter, defaultdict
from features import normal

DEPTH = 6


AS_IT_STANDS = ("ADD", "NFP", "SYM", "HYPH", ":", ",", ".", "''", "``", "-LRB-", "-RRB-")
# Past forms that the treebanks may lack: word, lemma.
IRREGULAR = """fled flee sang sing sung sing shrank shrink shrunk shrink bid bid clung cling flung fling slung sling swung swing wept weep slept sleep crept creep
swept sweep knelt kneel bled bleed bred breed sped speed shed shed trod tread strode stride strove strive wove weave woven weave froze freeze frozen freeze swore swear
sworn swear tore tear torn tear wore wear worn wear bore bear borne bear rode ride ridden ride rang ring rung ring sank sink sunk sink sprang spring sprung spring stank
stink stung sting struck strike stricken strike swam swim swum swim spun spin sought seek fought fight bought buy caught catch taught teach dug dig hung hang stuck stick
bound bind ground grind wound wind fed feed led lead met meet shot shoot slid slide lit light hid hide hidden hide bit bite bitten bite drove drive driven drive rose rise
risen rise shook shake shaken shake forbade forbid forbidden forbid forgave forgive forgiven forgive drank drink drunk drink drew draw drawn draw blew blow blown blow
flew fly flown fly threw throw thrown throw grew grow grown grow shone shine dealt deal meant mean leapt leap spilt spill split split quit quit burst burst cast cast
hurt hurt thrust thrust spread spread rid rid broadcast broadcast forecast forecast mistook mistake mistaken mistake ate eat eaten eat fell fall fallen fall stole steal
stolen steal spoke speak spoken speak broke break broken break chose choose chosen choose woke wake woken wake beat beat beaten beat overthrew overthrow overthrown overthrow
underwent undergo undergone undergo withdrew withdraw withdrawn withdraw upheld uphold withheld withhold""".split()


def base_of(form, xpos): return form if xpos in AS_IT_STANDS else normal(form) if xpos in ("NNP", "NNPS") else normal(form).lower()


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


VOWELS = set("aeiou")
SAME = {"series", "species", "means", "headquarters", "crossroads", "barracks", "works", "goods", "sheep", "aircraft"}
PREFIXES = ("under", "over", "out", "re", "mis", "fore", "with", "un", "up")


def stems(word, xpos):
    """Lemmas that English spelling allows for an inflected form."""
    out = []
    if xpos in ("VBD", "VBN") and word.endswith("ed") or xpos == "VBG" and word.endswith("ing"):
        b = word[:-2] if xpos != "VBG" else word[:-3]
        if len(b) > 1 and any(c in VOWELS or c == "y" for c in b):
            out = [b, b + "e"] + ([b[:-1]] if len(b) > 3 and b[-1] == b[-2] and b[-1] not in VOWELS else []) + ([b[:-1] + "y"] if b[-1] == "i" else [])
    if xpos in ("VBZ", "NNS") and word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        out = [word[:-1]] + ([word[:-2]] if word.endswith("es") else []) + ([word[:-3] + "y"] if word.endswith("ies") else [])
    return out


def by_list(m, words, seen):
    """Adds a row for each word of the list whose rule gives something that is no word, where a stem is one."""
    for w, lemma in zip(IRREGULAR[::2], IRREGULAR[1::2]):
        for xpos in ("VBD", "VBN"):
            if (xpos, w) not in seen and m.lemma(w, xpos) != lemma: m.word[xpos, w] = script(w, lemma) if script(w, lemma)[0] < len(w) else ("=", lemma)
    rank = {}
    for w in words: rank.setdefault(w, len(rank))
    n = 0
    for w in words:
        if not w.isalpha() or not w.isascii(): continue
        for xpos in ("VBD", "VBN", "VBG", "VBZ", "NNS"):
            if (xpos, w) in seen: continue
            if xpos == "NNS" and w in SAME: m.word[xpos, w] = (0, ""); continue
            cut = next((p for p in PREFIXES if w.startswith(p) and len(w) - len(p) > 2 and (xpos, w[len(p):]) in m.word and xpos in ("VBD", "VBN")), None)
            if cut:
                whole = cut + m.lemma(w[len(cut):], xpos)
                if whole in rank: m.word[xpos, w] = script(w, whole); n += 1; continue
            known = [c for c in stems(w, xpos) if c in rank]
            if not known: continue
            best, now = min(known, key=rank.get), m.lemma(w, xpos)
            if best != now and (now not in rank or now == w): m.word[xpos, w] = script(w, best); n += 1
    return n


def main():
    data, dev = pickle.load(open(sys.argv[1], "rb"))
    toks = lambda s: zip(s["forms"], s["lemma"], s["xpos"])
    m = Lemmas().learn(t for s in data if "lemma" in s for t in toks(s))
    if len(sys.argv) > 3 and sys.argv[3] != "-v":
        seen = {(x, base_of(f, x)) for s in data if "lemma" in s for f, _, x in toks(s)}
        # most frequent first: words of the training sets are before the rest of the list only when they are as frequent there
        print(by_list(m, pickle.load(open(sys.argv[3], "rb"))["words"], seen), "rows from the word list")
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
