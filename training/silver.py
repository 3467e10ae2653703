"""Names without annotation: silver tags for proper nouns of a treebank, and sentences with other names put in."""
import json, random
from data import ANY, BIT, FAC, LOC, TAGS, TITLES, place_types, proper, put

ORG_ENDS = set("""inc corp corporation co company ltd llc plc group university college institute committee commission department ministry party
association bank council agency bureau foundation federation union society congress senate parliament army navy police times post tribune
journal airlines airways motors systems technologies partners holdings club fc united league organization organisation authority forces guard
court office news press radio television network center coalition front movement brigade brigades administration service""".split())
ACRONYMS = """EU UN U.N. NATO IAEA WHO IMF WTO OPEC FBI CIA NSA BBC CNN NBC CBS ABC AP AFP IDF PLO IRS EPA FDA NASA ICC OSCE UNESCO UNICEF UNHCR GOP DNC RNC
NRA ACLU AIPAC IBM AT&T HSBC SEC FERC MIT UCLA NYPD LAPD ISIS ISIL KGB FSB Hamas Hezbollah Fatah Taliban Pentagon Kremlin Reuters Bloomberg Politico Axios
Microsoft Google Apple Facebook Twitter Amazon Enron Boeing Toyota Walmart Starbucks Congress Senate Parliament Knesset Mossad Likud""".split()
PLACES = "US U.S. USA U.S.A. UK U.K. UAE America Britain England Scotland Wales Gaza DC NYC LA".split()
AREAS = ["West Bank", "Middle East", "Gaza Strip", "Golan Heights", "Persian Gulf", "Black Sea", "Red Sea", "Strait of Hormuz", "Europe", "Asia", "Africa", "East Asia",
         "Latin America", "North Africa", "South China Sea", "Balkans", "Caucasus", "Crimea", "Donbas", "Sinai", "Mediterranean", "Gulf", "Pacific", "Atlantic", "East Jerusalem"]
SITES = ["White House", "Oval Office", "Capitol Hill", "Heathrow Airport", "Downing Street", "Wall Street", "Tiananmen Square", "Tahrir Square", "Central Park", "City Hall",
         "Buckingham Palace", "Rafah crossing", "Bushehr", "Guantanamo Bay", "Camp David", "Opera House", "Civic Center"]
DATES = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun am pm est christmas easter".split())
STRONG = TITLES - set("king queen prince princess father sister general major chief cardinal duke pope officer speaker deputy attorney foreign vice judge justice secretary director".split())


class Lists:
    def __init__(self, path):
        g = json.load(open(path)); self.first, self.last, self.org = set(g["first"]), set(g["last"]), set(g["org"]) | {a.lower() for a in ACRONYMS}
        self.gpe = set(g["city"]) | set(g["country"]) | set(g["region"]) | {p.lower() for p in PLACES}; self.area = {a.lower() for a in AREAS}
        self.first -= self.gpe | set("will may mark art bill april june hope faith grace joy rose dawn summer chase grant drew pat rich rob sue".split())
        self.first |= {"mark", "bill", "grant"}
        names = lambda k: sorted(w.title() for w in g[k] if w.replace(" ", "").isalpha() and len(w) > 3)
        self.pick = dict(first=sorted(w.title() for w in g["first"]), last=sorted(w.title() for w in g["last"]), city=names("city"), country=names("country") + PLACES * 2, region=names("region"),
                         org=sorted(w.title() for w in g["org"] if len(w) > 5) + ACRONYMS * 2)


def settle(sentence, mask, lists):
    """Narrows the masks of runs of proper nouns that a list or a pattern decides."""
    i, n = 0, len(sentence)
    while i < n:
        if not proper(sentence[i]): i += 1; continue
        j = i
        while j + 1 < n and proper(sentence[j + 1]): j += 1
        w = [sentence[k][0] for k in range(i, j + 1)]; low = [x.lower() for x in w]; full = " ".join(low); a = i; key = low[-1].rstrip(".")
        glued = j + 1 < n and mask[j + 1] == ANY and sentence[j + 1][0].lower() in ("of", "for", "and", "&", "-")
        if all(x.rstrip(".") in DATES for x in low): mask[i:j + 1] = [BIT["O"]] * (j + 1 - i)
        elif full in lists.area: put(mask, i, j, ("LOC",))
        elif full in lists.gpe: put(mask, i, j, ("GPE",))
        elif len(w) > 1 and low[0].rstrip(".") in STRONG:
            while a < j and sentence[a][0].lower().rstrip(".") in TITLES: a += 1
            put(mask, i, a - 1, ("TITLE",)); put(mask, a, j, ("PER",) if sentence[a][0].lower().rstrip(".") not in TITLES else ("TITLE",))
        elif glued: pass
        elif full in lists.org or (len(w) > 1 and key in ORG_ENDS): put(mask, i, j, ("ORG",))
        elif len(w) > 1 and (key in FAC or key in LOC): put(mask, i, j, place_types(w))
        elif low[0] in lists.first and (len(w) == 1 or not any(x in ORG_ENDS or x in FAC for x in low)): put(mask, i, j, ("PER",))
        elif len(w) in (2, 3) and low[-1] in lists.last and low[0] not in lists.gpe: put(mask, i, j, ("PER",))
        i = j + 1
    return mask


def spans(mask):
    """(first, last, types) of the names that a mask is sure of."""
    out, i = [], 0
    while i < len(mask):
        m = mask[i]; types = [t[2:] for k, t in enumerate(TAGS) if m >> k & 1 and t[0] == "B"]
        if types and m != ANY and not m & BIT["O"] and not any(m >> k & 1 and t[0] == "I" for k, t in enumerate(TAGS)):
            j = i + 1; want = 0
            for t in types: want |= BIT["I-" + t]
            while j < len(mask) and mask[j] == want: j += 1
            out.append((i, j - 1, tuple(types))); i = j
        else: i += 1
    return out


def replaced(forms, mask, lists, orgs, rng):
    """The sentence with other names, or None when it has none."""
    found = [s for s in spans(mask) if s[2] in (("PER",), ("ORG",), ("GPE",), ("GPE", "LOC", "FAC"), ("LOC",))]
    if not found: return None
    f, m, end = [], [], 0; p = lists.pick
    for a, b, types in found:
        f += forms[end:a]; m += mask[end:a]; end = b + 1
        if rng.random() < 0.25: f += forms[a:b + 1]; m += mask[a:b + 1]; continue
        if types == ("PER",):
            new = [rng.choice(p[rng.choice(("first", "last"))])] if a == b else [rng.choice(p["first"])] + ([rng.choice("ABCDEFGHJKLMNPRSTW") + "."] if rng.random() < 0.1 else []) + [rng.choice(p["last"])]
        elif types == ("ORG",): new = rng.choice(orgs) if rng.random() < 0.6 else rng.choice(p["org"]).split()
        else:
            r = rng.random()
            if types == ("LOC",) or r > 0.85: new, types = rng.choice(AREAS).split(), ("LOC",)
            elif types != ("GPE",) and r < 0.08: new, types = rng.choice(SITES).split(), ("FAC",)
            else: new, types = rng.choice(p[rng.choice(("country", "country", "city", "city", "region"))]).split(), ("GPE",)
        k = [0] * len(new); put(k, 0, len(new) - 1, types); f += new; m += k
    return f + forms[end:], m + mask[end:]
