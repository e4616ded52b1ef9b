"""States: by name, adjective, capital or government; and when a capital is only a place."""

from collections.abc import Iterator

from onrecord.find.actors.lexicon import STATE_WORDS, Hit
from onrecord.find.actors.places import is_place
from onrecord.find.actors.words import Words
from onrecord.knowledge.people import people
from onrecord.knowledge.places import place_words
from onrecord.model.mention import ActorMention


def states(words: Words) -> Iterator[ActorMention]:
    """Every mention of a state in a sentence. Capitals that are only places are left out."""
    at, length = 0, len(words)
    while at < length:
        hit = words.hits[at]
        if hit is None:
            at += 1
            continue
        if hit.known.what not in STATE_WORDS:
            if hit.known.what in ("short", "person"):
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
    """Of "the Trump administration": the state of the person's highest office."""
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
    if known.what in ("adjective", "state", "people") and words.low(governed) in place_words("governing"):
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
