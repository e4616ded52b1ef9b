"""States: by name, adjective, capital or government; and when a capital is only a place."""

from collections.abc import Iterator

from onrecord.find.actors.lexicon import STATE_WORDS, Hit
from onrecord.find.actors.words import Words
from onrecord.knowledge.people import people
from onrecord.model.mention import ActorMention

_PLACE_BEFORE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout", "central", "downtown"})
_MOTION = frozenset(
    """visit visits visited visiting travel travels traveled travelled traveling travelling fly flew flown flies flying
    arrive arrived arrives arriving return returned returns returning trip trips go goes went going come came head heads headed
    heading leave left leaves leaving dispatch dispatched sent fly-in tour flight flights visit stop stops stopped hosted host
    hosts hosting invited reach reached""".split()
)
_GOVERNING = frozenset({"government", "administration", "authorities", "side", "regime", "leadership", "cabinet"})
_DATELINE = frozenset({"(", ",", "—", "–", "-"})


def states(words: Words) -> Iterator[ActorMention]:
    """Every mention of a state in a sentence. Capitals that are only places are left out."""
    at = 0
    while at < len(words):
        hit = words.hits[at]
        if hit is None or hit.known.what not in STATE_WORDS:
            if hit is not None and hit.known.what in ("short", "person"):
                after = words.hit_end(at)
                if words.low(after) in ("administration", "government", "cabinet"):
                    yield from _of_person(words, at, after + 1)
            at += 1
            continue
        after = words.hit_end(at)
        mention = _mention(words, hit, at, after)
        if mention is not None:
            yield mention
        at = max(after, at + 1)


def _of_person(words: Words, first: int, after: int) -> Iterator[ActorMention]:
    """ "The Trump administration": the state of the person's highest office."""
    hit = words.hits[first]
    rows = people().get(hit.known.name, ()) if hit is not None else ()
    code = next((row.state for row in reversed(rows) if row.state), "")
    if code:
        span = words.span(first, after)
        name = " ".join(words.text(first, after).split())
        yield ActorMention(start=span.start, end=span.end, kind="state", name=name, states=(code,))


def _mention(words: Words, hit: Hit, first: int, after: int) -> ActorMention | None:
    known = hit.known
    how = "name"
    name = known.name
    possessive = words.low(after) in ("'s", "’s") or (words.low(after) in ("'", "’") and known.code == "US")
    if known.what == "capital" and is_place(words, first, after):
        return None
    if known.what == "people" and not _as_people(words, first, after):
        how = "adjective"
    if known.what == "people" and known.code == "US" and words.low(first - 1) != "the":
        return None  # "cheaper cars for Americans" are no party
    governed = after + 1 if possessive else after
    if known.what in ("adjective", "state", "people") and words.low(governed) in _GOVERNING:
        span = words.span(first, governed + 1)
        name = " ".join(words.text(first, governed + 1).split())
        return ActorMention(start=span.start, end=span.end, kind="state", name=name, states=(known.code,))
    if known.what == "government":
        name = " ".join(words.text(first, after).split())
    if known.what == "adjective":
        how = "name" if _as_people(words, first, after) else "adjective"
        if how == "name" and words.low(first - 1) not in ("the", "The"):
            how = "adjective"
    elif known.what in ("state", "capital", "government") and _modifies(words, after):
        how = "adjective"
    if possessive:
        how = "possessive"
    span = words.span(first, after)
    return ActorMention(
        start=span.start,
        end=span.end,
        kind="state",
        name=name,
        states=(known.code,),
        how=how,  # type: ignore[arg-type]
    )


def is_place(words: Words, first: int, after: int) -> bool:
    """Whether a capital is only where something happens: "talks in Washington", "flew to Beijing", "Brussels, Belgium"."""
    before = words.low(first - 1)
    if words.low(after) in ("'s", "’s"):
        return False
    if before in _PLACE_BEFORE or (before == "based" or words.low(after) in ("-",) and words.low(after + 1) == "based"):
        return True
    if before in _MOTION:
        return True
    if before in ("to", "from", "for", "of"):
        window = {words.low(index) for index in range(max(0, first - 6), first - 1)}
        if window & _MOTION:
            return True
        if before == "of" and words.low(first - 2) in ("city", "capital", "university", "outskirts", "streets", "port"):
            return True
    if words.low(after) == "," and words.capital(after + 1) and words.hits[after + 1] is not None:
        nearby = words.hits[after + 1]
        if nearby is not None and nearby.known.what == "state":
            return True
    if first == 0 and words.low(after) in _DATELINE and words.low(after) != ",":
        return True
    if words.low(after) in ("-based",):
        return True
    return False


def _modifies(words: Words, after: int) -> bool:
    """Whether a noun follows that the state's name stands before ("US tariffs")."""
    if after >= len(words):
        return False
    _, dep = words.grammar(after - 1)
    if dep:
        return dep in ("compound", "amod", "nmod")
    return False


def _as_people(words: Words, first: int, after: int) -> bool:
    """Whether "the Chinese" stands for people or their state, and no noun follows."""
    pos, dep = words.grammar(after - 1)
    if dep:
        return dep not in ("amod", "compound", "nmod", "advmod") and pos in ("PROPN", "NOUN", "ADJ")
    following = words.low(after)
    return not following.isalpha()
