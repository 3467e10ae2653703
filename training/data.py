"""Reads treebanks, name sets and (optionally) attribution texts into one training file.

Names are stored as a bit mask of the BIO tags a word may have: a set that does not mark a type, or marks
GPE, LOC and FAC as one, allows several tags, and the loss is that of their sum.
"""
import gzip, json, os, re, sys, pickle

TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "NORP", "TITLE")
TAGS = ["O"] + [p + t for t in TYPES for p in ("B-", "I-")]
BIT = {t: 1 << i for i, t in enumerate(TAGS)}
ANY = (1 << len(TAGS)) - 1
NC_GENRES = ("GUM_whow", "GUM_fiction", "GUM_essay", "GUM_letter", "GUM_podcast")
TITLES = set("""mr mrs ms miss dr prof professor president vice prime minister premier chancellor senator sen rep
representative congressman congresswoman secretary general gen colonel col lt lieutenant major captain capt sergeant sgt
commander admiral judge justice sir lord lady dame king queen prince princess duke pope bishop archbishop cardinal
rev reverend father sister governor gov mayor ambassador ayatollah sheikh imam rabbi sultan emir shah chairman chairwoman
director chief attorney foreign deputy speaker councillor officer detective pm mp""".split())
FAC = set("""street road avenue boulevard airport building museum house stadium bridge park tower hall hotel church
cathedral mosque temple palace castle station square prison hospital theater theatre arena center centre highway
library gallery plaza garden gardens zoo mall base lane drive fort""".split())
LOC = set("""river mountain mountains mount sea ocean lake island islands valley gulf desert coast asia europe africa
peninsula strait bay forest canyon creek hills falls volcano continent antarctica arctic equator sahara himalayas alps
pacific atlantic mediterranean caribbean balkans middle east west north south bank strip canal beach earth mars moon
sun venus jupiter saturn america's""".split()) - {"east", "west", "north", "south", "middle", "bank", "strip", "sun"}


def opened(path):
    return gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8")


def conllu(path, skip=()):
    """Sentences: lists of (form, lemma, upos, xpos, head, deprel, misc); empty nodes and ranges are left out."""
    rows, doc = [], ""
    for line in opened(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"): doc = line.split("=")[1].strip()
        elif not line:
            if rows and not doc.startswith(skip or ("\0",)): yield doc, rows
            rows = []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit(): rows.append((c[1], c[2], c[3], c[4], int(c[6]), c[7], c[9]))
    if rows and not doc.startswith(skip or ("\0",)): yield doc, rows


def mentions(sentence):
    """GUM entity spans inside one sentence: (first, last, type, identity)."""
    open_, out = [], []
    for i, w in enumerate(sentence):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", w[6])
        if not m: continue
        for part in re.findall(r"\([^()]*\)|\([^()]*|[^()]+\)|\)", m[1]):
            if part[0] == "(":
                f = part.strip("()").split("-", 8)
                e = (i, f[0].split("[")[0], f[1] if len(f) > 1 else "", "-".join(f[8:]) if len(f) > 8 else "")
                if part[-1] == ")": out.append((i, i, e[2], e[3]))
                else: open_.append(e)
            else:
                k = part.rstrip(")").split("[")[0]
                for e in reversed(open_):
                    if e[1] == k: out.append((e[0], i, e[2], e[3])); open_.remove(e); break
    return out


def proper(w): return w[3] in ("NNP", "NNPS")


def name_in(sentence, a, b, identity):
    """The name inside a mention: the run of proper nouns round its head, over 'of', '&', 'the', hyphens."""
    heads = [i for i in range(a, b + 1) if not (a <= sentence[i][4] - 1 <= b)]
    if not heads or not proper(sentence[heads[0]]): return None
    h = heads[0]; lo = hi = h
    glue = lambda i: sentence[i][0] in ("-", "–", "&", ".", "'", "/") or sentence[i][3] == "POS"
    while lo > a:
        if proper(sentence[lo - 1]) or (sentence[lo - 1][3] in ("JJ", "CD") and sentence[lo - 1][0][0].isupper()): lo -= 1
        elif lo - 1 > a and glue(lo - 1) and proper(sentence[lo - 2]): lo -= 2
        else: break
    ident = re.sub(r"[^a-z]+", " ", identity.lower())
    while hi < b:
        k = hi + 1
        if proper(sentence[k]) or (sentence[k][3] == "CD" and sentence[k][0].isdigit() and len(sentence[k][0]) < 4): hi = k; continue
        while k < b and (sentence[k][0].lower() in ("of", "for", "and", "the", "&", "in", "de") or glue(k)): k += 1
        w = sentence[hi + 1][0].lower()
        if k > hi + 1 and proper(sentence[k]) and (glue(hi + 1) or w == "of" or (ident and sentence[k][0].lower() in ident.split() and w in ident.split())): hi = k
        else: break
    return lo, hi


def put(mask, a, b, types):
    for i in range(a, b + 1):
        mask[i] = 0
        for t in types: mask[i] |= BIT[("B-" if i == a else "I-") + t]


def place_types(words):
    w = [x.lower() for x in words]
    if any(x in FAC for x in w) and len(w) > 1: return ("FAC",)
    if any(x in LOC for x in w) or " ".join(w) in ("middle east", "west bank", "gaza strip"): return ("LOC",)
    return ("GPE",) if len(w) <= 2 else ("GPE", "LOC", "FAC")


def titled(words, a, b):
    """How many words at the start of a person's span are titles."""
    k = a
    while k < b and words[k].lower().rstrip(".") in TITLES: k += 1
    return k


def norp_like(w, first):
    return (w[3] == "JJ" and w[1][:1].isupper() and w[0][:1].isupper() and not w[0].isupper() and not first and len(w[0]) > 3)


def gum_names(sentence):
    words = [w[0] for w in sentence]; mask = []
    for i, w in enumerate(sentence):
        if norp_like(w, i == 0): mask.append(BIT["B-NORP"])
        elif w[3] == "NNPS": mask.append(BIT["O"] | BIT["B-NORP"] | BIT["I-NORP"])
        elif proper(w): mask.append(BIT["O"] | (BIT["B-TITLE"] | BIT["I-TITLE"] if w[0].lower().rstrip(".") in TITLES else 0))
        else: mask.append(BIT["O"])
    found = []
    for a, b, kind, identity in mentions(sentence):
        if kind not in ("person", "organization", "place", "event"): continue
        n = name_in(sentence, a, b, identity)
        if n: found.append((n[1] - n[0], n, kind))
    taken = set()
    for _, (a, b), kind in sorted(found, key=lambda x: -x[0]):
        if any(i in taken for i in range(a, b + 1)): continue
        taken.update(range(a, b + 1))
        if kind == "person":
            if a == b and sentence[a][3] == "NNPS": put(mask, a, b, ("NORP", "PER")); continue
            k = titled(words, a, b)
            if k > a: put(mask, a, k - 1, ("TITLE",))
            if words[k].lower().rstrip(".") in TITLES: put(mask, k, b, ("TITLE",))
            else: put(mask, k, b, ("PER",))
        elif kind == "place": put(mask, a, b, place_types(words[a:b + 1]))
        else: put(mask, a, b, ("ORG",) if kind == "organization" else ("EVENT",))
    return mask


def ud_names(sentence):
    """Without name annotation: proper nouns may be anything, other words are no names."""
    mask = []
    for i, w in enumerate(sentence):
        near = any(0 <= j < len(sentence) and proper(sentence[j]) for j in (i - 1, i + 1))
        if proper(w) or w[3] in ("ADD", "AFX", "FW", "GW"): mask.append(ANY)
        elif norp_like(w, i == 0): mask.append(BIT["B-NORP"] | (ANY if near else 0))
        elif any(0 <= j and proper(sentence[j]) for j in (i - 1, i - 2)) and any(j < len(sentence) and proper(sentence[j]) for j in (i + 1, i + 2)) and w[0].lower() in ("of", "the", "and", "for", "-", "&", "'s", "'", ".", "/"): mask.append(ANY)
        elif near and ( w[3] in ("CD", "JJ", "NN", "NNS", "HYPH") and w[0][:1].isupper() or w[3] == "CD"): mask.append(ANY)
        else: mask.append(BIT["O"])
    return mask


def iob(path, kinds, loose, docs=False):
    """Name sets in columns. kinds: their type -> our types; loose: our types that the set does not mark."""
    o = BIT["O"]
    for t in loose: o |= BIT["B-" + t] | BIT["I-" + t]
    words, tags = [], []
    def done():
        mask = [o if w[:1].isupper() else BIT["O"] for w in words]; i = 0
        while i < len(words):
            t = tags[i]
            if t == "O": i += 1; continue
            j = i + 1
            while j < len(words) and tags[j] != "O" and tags[j][2:] == t[2:] and not (tags[j][0] == "B"): j += 1
            own = kinds.get(t[2:], ("?",))
            if own == ("?",): mask[i:j] = [ANY if t[2:] != "" else o] * (j - i)
            elif own: put(mask, i, j - 1, own)
            if own and own[0] == "NORP": mask[i:j] = [m | o for m in mask[i:j]]
            i = j
        for k in range(len(words) - 1):
            if tags[k] == "O" and words[k].lower().rstrip(".") in TITLES and words[k][:1].isupper() and tags[k + 1] != "O" and "PER" in kinds.get(tags[k + 1][2:], ()):
                put(mask, k, k, ("TITLE",))
        return list(words), mask
    for line in opened(path):
        f = line.strip().split()
        if not f or f[0] == "-DOCSTART-":
            if words: yield done()
            words, tags = [], []
        else:
            form, tag = f[0], f[-1] if len(f) > 1 else "O"
            if words and words[-1] == "@" and tags[-1] == tag: words[-1] = "@" + form
            else: words.append(form); tags.append(tag)
    if words: yield done()


HYPH = re.compile(r"^([A-Za-zÀ-ɏ]+)-([A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)*)$")


def split_hyphens(words, mask):
    """Hyphenated words in three, as the treebanks have them."""
    w2, m2 = [], []
    for w, m in zip(words, mask):
        parts = re.split(r"(-)", w) if HYPH.match(w) else [w]
        for k, p in enumerate(parts):
            w2.append(p)
            if k and m != ANY:
                inner = 0
                for i, t in enumerate(TAGS):
                    if m >> i & 1: inner |= BIT["I" + t[1:]] if t != "O" else BIT["O"]
                m2.append(inner)
            else: m2.append(m)
    return w2, m2


WORD = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+"
                  r"|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Reps|Sens|Gen|Lt|Col|Sgt|St|Jr|Sr|Inc|Co|Corp|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Prof|Rev)\.(?!\w)"
                  r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm)?\b|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b|[^\W\d_]\.(?=\s[A-Z])|[^\W_]+|\.\.\.+|--+|[^\w\s]|_", re.U)


def attribution(path):
    """Sentences of attribution texts: (forms, roles) with roles (source, cue, content) as O 0, B 1, I 2."""
    for line in opened(path):
        d = json.loads(line); t = d["text"]
        toks = [(m.start(), m.end()) for m in WORD.finditer(t)]
        lab = [[0, 0, 0] for _ in toks]
        for a in d["attributions"]:
            for r, k in enumerate(("source", "cue", "content")):
                for s, e in a.get(k) or []:
                    first = True
                    for i, (x, y) in enumerate(toks):
                        if y <= s: continue
                        if x >= e: break
                        if lab[i][r] == 0 or first: lab[i][r] = 1 if first else 2
                        first = False
        cur = []
        for i, (x, y) in enumerate(toks):
            cur.append(i); nxt = t[toks[i + 1][0]] if i + 1 < len(toks) else "\n"
            gap = t[y:toks[i + 1][0]] if i + 1 < len(toks) else "\n"
            end = "\n" in gap
            if gap and (nxt.isupper() or nxt in "\"“'‘(["):
                j = i
                while j > 0 and t[toks[j][0]] in "\"”'’)]" and j > i - 2: j -= 1
                if t[toks[j][0]:toks[j][1]] in (".", "?", "!", "..."): end = True
            if end or len(cur) >= 110:
                yield [t[toks[k][0]:toks[k][1]] for k in cur], [lab[k] for k in cur]; cur = []


def collect(treebanks, ner, polnear=None, gazetteer=None):
    """All training sequences as dicts: set, forms, and what the set has of upos, xpos, head, deprel, lemma, names, roles."""
    out = []
    if gazetteer:
        import random, silver
        lists, rng = silver.Lists(gazetteer), random.Random(7)
    for name, path, skip in (("ewt", "EWT", ()), ("gum", "GUM", NC_GENRES)):
        for doc, s in conllu(f"{treebanks}/{path}/train.conllu.gz", skip):
            names = gum_names(s) if name == "gum" else ud_names(s)
            if gazetteer and name == "ewt": names = silver.settle(s, names, lists)
            elif gazetteer:
                for a, b, types in silver.spans(names):
                    if types == ("ORG",) and " ".join(w[0] for w in s[a:b + 1]).lower() in lists.gpe: put(names, a, b, ("GPE",))
            out.append(dict(set=name, forms=[w[0] for w in s], lemma=[w[1] for w in s], upos=[w[2] for w in s], xpos=[w[3] for w in s],
                            head=[w[4] for w in s], deprel=[w[5] for w in s], names=names))
    place = ("GPE", "LOC", "FAC"); plo = {"PER": ("PER",), "ORG": ("ORG",), "LOC": place}
    sets = [("wikigold", f"{ner}/wikigold/train.conll.gz", plo, ("EVENT", "NORP", "TITLE"))]
    sets += [("btc", f"{ner}/btc/{x}.conll.gz", plo, ("EVENT", "NORP", "TITLE")) for x in "abegh"]
    sets += [("wnut", f"{ner}/wnut17/{x}.conll.gz", {"person": ("PER",), "corporation": ("ORG",), "group": ("ORG", "NORP"), "location": place,
              "creative-work": ("EVENT", "ORG"), "product": ("?",)}, ("NORP", "TITLE", "EVENT")) for x in ("train", "dev")]
    sets += [("politics", f"{ner}/crossner-politics/train.txt.gz", {"politician": ("PER",), "person": ("PER",), "organisation": ("ORG",), "politicalparty": ("ORG",),
              "event": ("EVENT",), "election": ("EVENT",), "country": ("GPE",), "location": place, "misc": ("NORP",)}, ("NORP", "TITLE"))]
    for name, path, kinds, loose in sets:
        if name == "wnut": kinds = {k: v if k != "creative-work" else ("?",) for k, v in kinds.items()}
        if name == "wikigold": kinds = dict(kinds, MISC=("?",))
        for words, mask in iob(path, kinds, loose):
            words, mask = split_hyphens(words, mask)
            if name == "wikigold": mask = [m if m != ANY else BIT["O"] | BIT["B-NORP"] | BIT["I-NORP"] | BIT["B-EVENT"] | BIT["I-EVENT"] for m in mask]
            for k in range(0, len(words), 110): out.append(dict(set=name, forms=words[k:k + 110], names=mask[k:k + 110]))
    if gazetteer:
        named = [(i, s) for i, s in enumerate(out) if "names" in s]
        orgs = [s["forms"][a:b + 1] for _, s in named if s["set"] != "btc" for a, b, t in silver.spans(s["names"]) if t == ("ORG",)]
        for i, s in named:
            if s["set"] == "btc" and rng.random() < 0.6: continue
            for _ in range(8 if s["set"] == "politics" else 3):
                r = silver.replaced(s["forms"], s["names"], lists, orgs, rng)
                if r: out.append(dict(set="aug", forms=r[0], names=r[1], source=i))
    if polnear:
        for forms, roles in attribution(polnear): out.append(dict(set="polnear", forms=forms, roles=roles))
    return out


if __name__ == "__main__":
    treebanks, ner, polnear, gazetteer, target = sys.argv[1:6]
    data = collect(treebanks, ner, polnear if polnear != "-" else None, gazetteer)
    dev = {}
    for name in ("EWT", "GUM"):
        dev[name] = [dict(forms=[w[0] for w in s], lemma=[w[1] for w in s], upos=[w[2] for w in s], xpos=[w[3] for w in s], head=[w[4] for w in s],
                          deprel=[w[5] for w in s], doc=doc) for doc, s in conllu(f"{treebanks}/{name}/dev.conllu.gz")]
    pickle.dump((data, dev), open(target, "wb"))
    from collections import Counter
    c = Counter(); w = Counter()
    for s in data: c[s["set"]] += 1; w[s["set"]] += len(s["forms"])
    print({k: (c[k], w[k]) for k in c})
