"""Names of people where they are introduced: beside an office, after "Mr", or by the parser's eye."""

from collections.abc import Sequence

import msgspec

from onrecord.find.actors.lexicon import hits
from onrecord.find.actors.offices import Office
from onrecord.find.actors.words import NAME_PARTICLES, Words
from onrecord.knowledge.offices import heads, words_for

HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "senator", "sen", "rep", "gov", "gen", "congressman"})
_TITLES = {"sen": "Senator", "rep": "Representative", "gov": "Governor", "senator": "Senator"}


class Introduced(msgspec.Struct, frozen=True, kw_only=True):
    """A name, the words ``[first, after)``, as written, with the office phrase that introduces it, if one does."""

    first: int
    after: int
    name: str
    known: str = ""
    office: Office | None = None
    title: str = ""


def introduced(words: Words, phrases: Sequence[Office]) -> list[Introduced]:
    """Every name of a person in a sentence that is written in full, or stands after an office or a title."""
    found: dict[int, Introduced] = {}

    def keep(name: Introduced) -> None:
        old = found.get(name.first)
        if old is None or (old.office is None and (name.office is not None or (name.title and not old.title))):
            found[name.first] = name

    for phrase in phrases:
        if phrase.kind in ("many", "paper") or phrase.plural:
            continue
        beside = _apposed(words, phrase) or _after(words, phrase) or _before(words, phrase)
        if beside is not None:
            keep(beside)
    for at, hit in enumerate(words.hits):
        if hit is not None and hit.known.what == "person" and (at == 0 or words.hits[at - 1] is not hit):
            keep(_name(words, at, words.hit_end(at), None))
    for at, low in enumerate(words.lows):
        if low in HONORIFICS and words.capital(at):
            start = at + 2 if words.low(at + 1) == "." else at + 1
            after = name_end(words, start, single=True)
            if after is not None:
                name = _name(words, start, after, None)
                keep(msgspec.structs.replace(name, title=_TITLES.get(low, "")))
    _by_parser(words, found)
    return _apart(found)


def _apart(found: dict[int, Introduced]) -> list[Introduced]:
    """The names left to right; of two that overlap the longer."""
    kept: list[Introduced] = []
    for name in sorted(found.values(), key=lambda name: (name.first, -name.after)):
        if kept and name.first < kept[-1].after:
            if name.after - name.first > kept[-1].after - kept[-1].first:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _name(words: Words, first: int, after: int, office: Office | None) -> Introduced:
    hit = words.hits[first]
    whole = hit is not None and (
        hit.known.what == "person" or (hit.known.what == "short" and words.hit_end(first) == after)
    )
    written = " ".join(words.text(first, after).split()).removesuffix("’s").removesuffix("'s")
    known = hit.known.name if hit is not None and whole else _without_initial(written)
    return Introduced(first=first, after=after, name=known or written, known=known, office=office)


def _without_initial(written: str) -> str:
    """The person of the tables who is written with a middle initial ("Donald J Trump"), or ""."""
    parts = written.split()
    if len(parts) != 3 or len(parts[1].rstrip(".")) != 1:
        return ""
    bare = f"{parts[0]} {parts[2]}"
    known = [hit.known for hit in hits(bare) if hit.known.what == "person" and hit.end - hit.start == len(bare)]
    return known[0].name if known else ""


def _after(words: Words, phrase: Office) -> Introduced | None:
    """The name right after the office: "Prime Minister Shinzo Abe", "top negotiator, Yoo Myung-hee,"."""
    at = phrase.after
    comma = words.low(at) in (",", "—", "–", ":")
    at += comma
    after = name_end(words, at, single=not comma and (words.capital(phrase.head) or phrase.state != ""))
    if after is None:
        return None
    if comma and words.low(after) not in (",", ".", "", "—", "–", "(", "and", "said", "told", "who"):
        return None
    return _name(words, at, after, phrase)


def _apposed(words: Words, phrase: Office) -> Introduced | None:
    """The person before an office between commas, after which a sentence goes on with the next name.

    "According to Ann Bo, the trade envoy, Li said": the envoy is no Li; "In Oslo, the envoy, Al Li, said" is another.
    """
    if words.low(phrase.after) != ",":
        return None
    name = _before(words, phrase)
    after = name_end(words, phrase.after + 1, single=True)
    if name is None or after is None or words.low(after) in (",", "(", "—", "–"):
        return None
    return name if name.known or _is_person(words, name) else None


def _is_person(words: Words, name: Introduced) -> bool:
    """Whether the parser takes a name for that of a person."""
    start, end = words.starts[name.first], words.ends[name.after - 1]
    return any(token.entity == "PERSON" and start <= token.start < end for token in words.sentence.tokens)


def _before(words: Words, phrase: Office) -> Introduced | None:
    """The name before the office: "Troy Stangarone, senior director of ...", "Zhang Yi, an economist at ..."."""
    comma = phrase.first - 1
    if phrase.determiner:
        comma -= 1
    if comma < 1 or words.low(comma) not in (",", "—", "–", "("):
        return None
    after = comma
    if words.low(after - 1) == ")":  # a name in its own script stands between
        for index in range(after - 2, max(-1, after - 8), -1):
            if words.low(index) == "(":
                after = index
                break
    first = _name_start(words, after)
    if words.low(first - 1) == "of" and first > 1:  # "Ann Bell of Ohio, chairman of ..."
        after = first - 1
        first = _name_start(words, after)
    while first < after and (words.lows[first] in heads() or words.lows[first] in NAME_PARTICLES | {"."}):
        first += 1
    if first >= after or (after - first < 2 and words.hits[first] is None and words.texts[first].isupper()):
        return None
    return _name(words, first, after, phrase)


def _name_start(words: Words, after: int) -> int:
    """The first word of a name that ends before ``after``."""
    first = after
    while first > 0 and after - first < 5:
        before = first - 1
        hit = words.hits[before]
        if hit is not None and (hit.known.what == "person" or (hit.known.what == "short" and before + 1 == after)):
            return words.hit_start(before)
        if hit is not None and hit.known.what not in ("city", "short"):
            break
        if _may_be_name(words, before):
            first = before
        else:
            break
    return first


def _may_be_name(words: Words, at: int) -> bool:
    """Whether a word can stand inside a name: a capital, a particle, or the stop after an initial."""
    if words.lows[at] == ".":
        return len(words.low(at - 1)) == 1
    return words.lows[at] in NAME_PARTICLES or (words.capital(at) and words.texts[at] not in words_for("no-name"))


def longer(words: Words, at: int) -> bool:
    """Whether a surname that is known alone is here part of another name ("Tai Hui", "Ivanka Trump")."""
    first, after = words.hit_start(at), words.hit_end(at)
    if words.capital(after) and words.hits[after] is None and words.starts[after] == words.ends[after - 1] + 1:
        following = words.texts[after]
        if following not in words_for("no-name") and following.lower() not in heads() and not following.isupper():
            return True
    before = first - 1
    if before == 0 and words.grammar(before) != ("PROPN", "compound"):
        return False  # "Today Trump said"
    if before < 0 or not words.capital(before) or words.hits[before] is not None or words.texts[before].isupper():
        return False
    return (
        words.texts[before] not in words_for("no-name")
        and words.lows[before] not in heads()
        and words.lows[before] not in _FORMS
    )


_FORMS = frozenset({"messrs", "senator", "congressman", "sir", "lord"})
_LEADING_PARTICLES = frozenset({"van", "von", "de"})


def name_end(words: Words, at: int, *, single: bool) -> int | None:
    """The index after a person's name that begins at ``at``; one word alone counts if ``single``."""
    if at >= len(words):
        return None
    hit = words.hits[at]
    if hit is not None and (hit.known.what == "person" or (hit.known.what == "short" and not longer(words, at))):
        return words.hit_end(at)
    no_name = words_for("no-name")
    end = at
    while end < len(words) and end - at < 5:
        hit = words.hits[end]
        text = words.texts[end]
        if hit is not None and (hit.known.what not in ("short", "city") or end == at):
            break
        unnamed = text in no_name and not _is_given(words, at, end)
        if text[0].isupper() and not unnamed and text.lower() not in heads() and not text.isdigit():
            if len(text.replace(".", "")) > 3 and text.isupper():
                break
            end += 1
            if len(text) == 1 and words.low(end) == ".":
                end += 1
        elif text in (NAME_PARTICLES if end > at else _LEADING_PARTICLES) and words.capital(end + 1):
            end += 1
        else:
            break
    if end == at or (end - at == 1 and not single):
        return None
    if words.lows[end - 1] in words_for("body"):
        return None
    return end


_MONTHS = frozenset({"Jan", "Jun", "May", "April", "June"})


def _is_given(words: Words, first: int, at: int) -> bool:
    """Whether a month's name behind a family name that comes first is a given name ("Han Jun")."""
    eastern = at == first + 1 and words.texts[first] in words_for("family-name-first")
    return eastern and words.texts[at] in _MONTHS and not words.low(at + 1).isdigit()


def _by_parser(words: Words, found: dict[int, Introduced]) -> None:
    """Names of two or more words that the parser takes for a person and no table for something else."""
    tokens = words.sentence.tokens
    if not tokens:
        return
    marked = [token for token in tokens if token.entity == "PERSON"]
    if not marked:
        return
    people = {token.start for token in marked}
    at = 0
    while at < len(words):
        if words.starts[at] in people and words.hits[at] is None and words.capital(at):
            after = name_end(words, at, single=False)
            inside = after is not None and all(
                words.starts[index] in people or words.lows[index] == "." for index in range(at, after)
            )
            if after is not None and inside and after - at >= 2 and at not in found:
                if not any(name.first <= at < name.after for name in found.values()):
                    found[at] = _name(words, at, after, None)
                at = after
                continue
        at += 1
