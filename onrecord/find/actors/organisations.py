"""Bodies that no table knows: "Korea Economic Institute of America", "China's finance ministry"."""

from functools import cache

from onrecord.find.actors.lexicon import STATE_WORDS, Hit, Known
from onrecord.find.actors.words import HYPHENS, Words
from onrecord.knowledge.offices import heads, words_for

_INNER = frozenset({"of", "for", "and", "the", "&", "on", "in"})
_NO_START = frozenset({"the", "a", "an", "at", "in", "on", "by", "and", "but", "for", "of", "to", "from", "with", "as"})


def organisations(words: Words) -> list[Hit]:
    """Hits for bodies whose head word gives them away: a run of capitals with it, or a state's lower-case ministry."""
    head_words, ruling = words_for("body"), words_for("ruling-body")
    found: list[Hit] = []
    taken = 0
    for at, word in enumerate(words.lows):
        if at < taken or word not in head_words:
            continue
        hit = words.hits[at]
        if hit is not None:  # a table's name is known to be what it is ("European Union", "World Bank")
            continue
        named = _capitals(words, at) if words.capital(at) else _ministry(words, at) if word in ruling else None
        if named is None:
            continue
        first, after, state = named
        acts = word in ruling and state != ""
        if any(spot is not None and spot.known.what == "person" for spot in words.hits[first:after]):
            continue
        name = words.text(first, after)
        if name.isupper():  # a headline in capitals
            continue
        known = Known(what="body", name=" ".join(name.split()), code=state, acts=acts)
        found.append(Hit(start=words.starts[first], end=words.ends[after - 1], known=known))
        taken = after
    return found


def _capitals(words: Words, head: int) -> tuple[int, int, str] | None:
    """A run of capitalised words around the head."""
    state = ""
    first = head
    while first > 0:
        before = first - 1
        hit = words.hits[before]
        if words.lows[before] in ("'s", "’s"):
            owner = words.hits[before - 1] if before else None
            if owner is not None and owner.known.what in STATE_WORDS:
                state = owner.known.code
                first = words.hit_start(before - 1)
            break
        if hit is not None and hit.known.what in ("person", "short", "outlet", "not"):
            break
        title = heads().get(words.lows[before])
        office = title is not None and not (title.plural and before + 1 == head and words.capital(before - 1))
        if words.capital(before) and not office and words.texts[before] not in _opening():
            if hit is not None and hit.known.what in STATE_WORDS:
                state = state or hit.known.code
            first = before
        elif words.lows[before] in ("of", "and", "&", "for") and words.capital(before - 1) and first < head:
            if words.hits[before - 1] is not None or words.lows[before] != "&":
                break
            first = before - 1
        else:
            break
    if first and words.lows[first] in _NO_START:
        first += 1
    after = head + 1
    while after < len(words):
        if words.lows[after] in ("of", "for", "on") or (words.lows[after] in ("and", "&", ",") and after > head + 2):
            ahead = after + 2 if words.low(after + 1) == "the" else after + 1
            goes_on = words.capital(ahead) and (
                words.texts[ahead] not in words_for("no-name") or words.lows[ahead] in words_for("portfolio")
            )
            if not goes_on or (words.lows[after] in (",", "and", "&") and not _portfolio(words, ahead, after)):
                break
            hit = words.hits[ahead]
            if hit is not None and hit.known.what in STATE_WORDS and words.lows[after] != "and":
                state = state or hit.known.code
            after = words.hit_end(ahead) if hit is not None else ahead + 1
        elif words.lows[after] in HYPHENS and words.capital(after + 1):
            after += 2
        elif words.capital(after) and (words.lows[after] in _own_words() or _goes_on(words, head, after)):
            after += 1
        else:
            break
    if after - first < 2:
        return None
    leading = words.hits[first]
    if leading is not None and leading.known.what == "adjective" and words.low(words.hit_end(first)) in ("ministry",):
        first = words.hit_end(first)
    if after - first < 2 and first == head:
        return None
    return first, after, state


@cache
def _opening() -> frozenset[str]:
    """Small words that begin a sentence with a capital letter."""
    return frozenset(word for word in words_for("no-name") if len(word) < 6 or word == "Although") - _IN_NAMES


_IN_NAMES = frozenset(
    {"Trade", "Free", "House", "Steel", "Press", "Court", "Asian", "Asia", "One", "News", "TPP", "GOP"}
)


@cache
def _own_words() -> frozenset[str]:
    return words_for("body") | words_for("portfolio")


def _goes_on(words: Words, head: int, at: int) -> bool:
    """Whether a capitalised word after "of" belongs to the name ("Association of Mill Owners"), and is no title."""
    title = heads().get(words.lows[at])
    return words.hits[at] is None and words.low(head + 1) in ("of", "for") and (title is None or title.plural)


def _portfolio(words: Words, ahead: int, joint: int) -> bool:
    low = words.low(ahead)
    if low not in words_for("portfolio"):
        return False
    if words.lows[joint] == ",":
        return any(words.low(index) in ("and", "&") for index in range(ahead, min(ahead + 4, len(words))))
    return True


def _ministry(words: Words, head: int) -> tuple[int, int, str] | None:
    """A lower-case ministry with its state: "South Korea's industry ministry", "the Japanese finance ministry"."""
    first = head
    while first > 0 and (words.lows[first - 1] in words_for("portfolio") or words.lows[first - 1] == "and"):
        first -= 1
    if words.low(first) == "and":
        first += 1
    before = first - 1
    if before >= 0 and words.lows[before] in ("'s", "’s"):
        before -= 1
    owner = words.hits[before] if before >= 0 else None
    if owner is None or owner.known.what not in STATE_WORDS or owner.known.what == "people":
        return (first, head + 1, "") if first < head and words.lows[head] in ("ministry",) else None
    if first == head and words.lows[head] not in ("embassy", "consulate", "treasury", "cabinet", "delegation"):
        return None
    return words.hit_start(before), head + 1, owner.known.code
