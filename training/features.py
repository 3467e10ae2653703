"""Word features of the reader, exactly as src/text computes them (FORMAT.md, "Word features")."""

AFFIX_ROWS, GRAM_ROWS = 8192, 16384
AFFIXES = ("p1", "p2", "p3", "p4", "s2", "s3", "s4", "sh")
_QUOTES = {0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x60: "'", 0xB4: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"',
           0xAB: '"', 0xBB: '"', 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "--", 0x2015: "--",
           0x2026: "...", 0xA0: " "}


def normal(form):
    """The form with typographic quotes, dashes and ellipses in ASCII."""
    return form.translate(_QUOTES) if not form.isascii() or "`" in form else form


def units(s):
    b = s.encode("utf-16-le", "surrogatepass")
    return [b[i] | b[i + 1] << 8 for i in range(0, len(b), 2)]


def fnv(tag, us):
    """FNV-1a, 32 bits, over UTF-16 code units, a one-character tag first."""
    h = ((2166136261 ^ ord(tag)) * 16777619) & 0xFFFFFFFF
    for u in us:
        h = ((h ^ u) * 16777619) & 0xFFFFFFFF
    return h ^ (h >> 15)


def shape(us):
    out = []
    for u in us:
        if 65 <= u <= 90: c = 88
        elif 97 <= u <= 122: c = 120
        elif 48 <= u <= 57: c = 100
        elif u >= 128: c = 117
        else: c = u
        if len(out) >= 2 and out[-1] == c and out[-2] == c: continue
        out.append(c)
    return out


def features(form):
    """(key, eight affix rows, n-gram rows) of one form."""
    n = normal(form)
    low = n.lower()
    cu, lu = units(n), units(low)
    k = len(lu)
    parts = (("a", cu[:1]), ("b", lu[:2]), ("c", lu[:3]), ("d", lu[:4]), ("e", lu[-2:]), ("f", lu[-3:]),
             ("g", lu[-4:]), ("h", shape(cu)))
    affix = [fnv(t, u) % AFFIX_ROWS for t, u in parts]
    w = [60] + lu[:30] + [62]
    grams = [fnv("n", w[i:i + q]) % GRAM_ROWS for q in (3, 4, 5) for i in range(0, len(w) - q + 1)]
    return low, affix, grams


def key_in(vocabulary, low):
    """Row of a lower-cased form: itself, else with its digits as 0, else -1."""
    i = vocabulary.get(low)
    if i is None:
        i = vocabulary.get("".join("0" if "0" <= c <= "9" else c for c in low))
    return -1 if i is None else i
