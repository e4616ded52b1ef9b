"""How a number stands to the true one (about, more than) and which way a thing went (rose, down)."""

import re
from functools import cache

import msgspec

from onrecord.knowledge.phrases import words_of
from onrecord.knowledge.tables import table
from onrecord.model.mention import Change


class ChangeWords(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``changes.csv``: the words that say one kind of change, and where they stand.

    ``before`` or ``after`` the number, before its ``by``, or as the ``noun`` of the change on either side
    (``growth``: of a percentage alone, as a gain of 5 dollars is no rise).
    """

    change: Change
    place: str
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = msgspec.field(default=(), name="not")


_REACH = 70
_WORD = re.compile(r"[~≈<>+]|[\w.'’-]*\w\.?")
_FILLERS = frozenset(
    words_of(
        "by an a the average just only additional total combined further another sharp full whopping hefty record "
        "slightly sharply modest mere as much many us u.s. our its their to-date steadily roughly"
        " itself overall again"
    )
)
_DESCRIBED = re.compile(r"\ban?\s(?:\w+ly\s)?[\w-]+$")
"""A word between an article and the number ("rose a healthy 4 percent", "fell a seasonally adjusted 1 percent")."""
_LONGEST = 4


@cache
def _table(place: str) -> dict[tuple[str, ...], Change]:
    return {
        tuple(phrase.lower().split()): row.change
        for row in table("changes.csv", ChangeWords)
        if row.place == place
        for phrase in row.words
    }


def before(text: str, start: int) -> tuple[int, Change] | None:
    """The words of change that lead up to ``start``: where they begin, and what they say.

    A bound (``more than``) outranks a direction and a direction outranks ``about``: "rose by more than 4 percent" is
    ``>``, "rose about 4 percent" is ``up``. "Fell as much as 4 percent" is ``down``: it tells how far it went.
    """
    low = max(0, start - _REACH)
    cut = max(text.rfind(mark, low, start) for mark in (";", ":", "(", ")", "—", "\n"))
    tail = text[max(low, cut + 1) : start]
    words = [(match.group().lower(), max(low, cut + 1) + match.start()) for match in _WORD.finditer(tail)]
    gap = tail[len(tail.rstrip()) - 1 :] if tail else ""
    if gap and gap[0] in ",.?!":
        return None
    phrases = _table("before")
    begin, found = start, None
    seen: list[Change] = []
    skipped = 0
    reaching = False
    while words:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            change = phrases.get(tuple(word for word, _ in words[-length:]))
            if change is not None:
                break
        if change is None:
            if words[-1][0] == "by" and (moved := _moved(words)):
                return begin, moved
            described = _DESCRIBED.search(" ".join(word for word, _ in words[-3:]))
            if (words[-1][0] in _FILLERS or described) and skipped < 3:
                words.pop()
                skipped += 1
                continue
            break
        if change == "=":
            break
        seen.append(change)
        reaching = reaching or (words[-length][0] == "as" and length == 3)
        begin = words[-length][1]
        del words[-length:]
        if change in ("up", "down"):
            break
    ranks: tuple[tuple[str, ...], ...] = ((">", "<"), ("up", "down"), ("~",))
    if reaching:
        ranks = (("up", "down"), *ranks)
    for rank in ranks:
        found = next((change for change in seen if change in rank), None)
        if found is not None:
            return begin, found
    return None


def by_agent(text: str, start: int) -> bool:
    """Whether ``by`` before ``start`` follows a noun, so that it tells who: "the cuts by four banks"."""
    return _NOUN_BY.search(text, max(0, start - 30), start) is not None


_NOUN_BY = re.compile(
    r"\b(?:cuts|rises|raises|increases|gains|falls|drops|losses|moves|hikes|a cut|the cut) by (?:\w+ )?$"
)


def _moved(words: list[tuple[str, int]]) -> Change | None:
    """The direction of a verb that stands a few words before ``by``: "cut its imports by 4 percent"."""
    verbs = _table("by") | _table("before")
    for word, _ in reversed(words[-6:-1]):
        change = verbs.get((word,))
        if change in ("up", "down"):
            return change
    return None


@cache
def _after() -> re.Pattern[str]:
    phrases = {" ".join(words): change for words, change in _table("after").items()}
    return re.compile(rf"\s?({'|'.join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))})(?!\w)")


def after(text: str, end: int) -> tuple[int, Change] | None:
    """The words of change that follow at ``end`` ("40 or so"): where they end, and what they say."""
    match = _after().match(text, end)
    return (match.end(), _table("after")[tuple(match[1].split())]) if match else None


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(" ".join(words) for words in (*_table("noun"), *_table("growth")))
    return (
        re.compile(rf"(?:-|\s(?:{_LIKE}\s){{0,2}})({names})(?![\w-])", re.I),
        re.compile(rf"\b({names})s?\sof\s(?:(?:about|around|nearly|almost|some|just|only|roughly|a|an)\s)*$", re.I),
    )


_LIKE = (
    r"(?:\w+-on-\w+|\w+-over-\w+|annual(?:i[sz]ed)?|quarterly|monthly|yearly|further|overall|average|sharp|steep"
    r"|pay|price|(?-i:[A-Z][a-z]+))"
)


def noun(text: str, start: int, end: int, *, share: bool) -> Change | None:
    """What the noun beside an amount says: "a 5 percent rise", "5 percent higher", "a rise of 5 percent"."""
    following, leading = _nouns()
    match = following.match(text, end) or leading.search(text, max(0, start - 40), start)
    if match is None:
        return None
    word = (match[1].lower(),)
    return _table("noun").get(word) or (_table("growth")[word] if share else None)
