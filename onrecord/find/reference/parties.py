"""Several at once, and states: "the two countries", "both leaders", "the country", "the administration"."""

from onrecord.find.reference.discourse import Discourse, Seen, joined
from onrecord.find.reference.subjects import is_subject
from onrecord.find.reference.words import Reference
from onrecord.knowledge.states import state_name
from onrecord.model.mention import ActorMention

_HEADS_OF_STATE = frozenset({"president", "premier", "minister", "chancellor", "leader"})


def pair(discourse: Discourse, reference: Reference, count: int = 2) -> ActorMention | None:
    """The states meant: those last named together, or else the article's main ones."""
    codes = _last_together(discourse, reference.start, count) or discourse.main_states(count)
    return group(discourse, reference, codes) if len(codes) == count else None


def _last_together(discourse: Discourse, position: int, count: int) -> tuple[str, ...]:
    number = discourse.sentence_of(position)
    main = set(discourse.main_states(count))
    for at in range(number, max(-1, number - 4), -1):
        seen = [one for one in discourse.in_sentence(at, position) if one.actor.kind != "group" or at != number]
        codes = _codes(seen)
        if len(codes) == count:
            return codes
        if main and main <= set(codes):
            return tuple(sorted(main))
        if len(codes) > count:
            return ()
    return ()


def _codes(seen: list[Seen]) -> tuple[str, ...]:
    return tuple(sorted({code for one in seen for code in one.actor.states}))


def group(discourse: Discourse, reference: Reference, codes: tuple[str, ...]) -> ActorMention:
    """A mention of several states, named as the article names them."""
    names = tuple(_called(discourse, code) for code in codes)
    return ActorMention(
        start=reference.start,
        end=reference.end,
        kind="group",
        name=joined(names),
        states=codes,
        members=names,
        how="description",
    )


def _called(discourse: Discourse, code: str) -> str:
    for actor in discourse.page.actors:
        if actor.kind == "state" and actor.states == (code,) and actor.how == "name":
            words = actor.of(discourse.page.body)
            if words.isupper() or words.replace(".", "").isupper():
                return words
            break
    return state_name(code)


def leaders(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The two persons last spoken of who act for different states."""
    found: dict[str, ActorMention] = {}
    number = discourse.sentence_of(reference.start)
    acting = is_subject(discourse.page.sentences[number], reference)
    for seen in discourse.before(reference.start, 4):
        actor = seen.actor
        if actor.kind == "person" and actor.states and actor.name and actor.name not in found:
            if reference.head == "leaders" and not _leads(actor):
                continue
            if seen.subject and seen.sentence == number and not acting:
                continue  # "X told both leaders": X is none of them
            if all(actor.states != other.states for other in found.values()):
                found[actor.name] = actor
        if len(found) == 2:
            break
    if len(found) == 2:
        first, second = reversed(found.values())
        return ActorMention(
            start=reference.start,
            end=reference.end,
            kind="group",
            name=joined((first.name, second.name)),
            states=tuple(sorted({*first.states, *second.states})),
            members=(first.name, second.name),
            how="description",
        )
    return pair(discourse, reference)


def _leads(actor: ActorMention) -> bool:
    words = set(actor.role.lower().split())
    return bool(words & _HEADS_OF_STATE) and not words & {"vice", "deputy", "foreign", "finance", "trade", "commerce"}


def country(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The state last prominent: the subject, or the one state of the sentence before."""
    found = discourse.best(reference.start, lambda actor: actor.kind == "state" and len(actor.states) == 1, 1)
    return _as_state(reference, found.states) if found is not None else None


def administration(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The government meant: the administration is the United States'; the government that of the state last named."""
    if reference.head == "administration":
        known = any("US" in actor.states for actor in discourse.page.actors)
        return _as_state(reference, ("US",)) if known else None
    return country(discourse, reference)


def bloc(discourse: Discourse, reference: Reference) -> ActorMention | None:
    """The union, if the article names it; else the one international body named."""
    if any(actor.states == ("EU",) for actor in discourse.page.actors):
        return _as_state(reference, ("EU",))
    bodies = {actor.name for actor in discourse.page.actors if actor.name in ("ASEAN", "Mercosur", "BRICS", "G7")}
    if len(bodies) != 1:
        return None
    return ActorMention(start=reference.start, end=reference.end, kind="body", name=bodies.pop(), how="description")


def of_person(discourse: Discourse, reference: Reference, person: ActorMention | None) -> ActorMention | None:
    """The state of "his administration"."""
    return _as_state(reference, person.states) if person is not None and len(person.states) == 1 else None


def _as_state(reference: Reference, codes: tuple[str, ...]) -> ActorMention:
    return ActorMention(
        start=reference.start,
        end=reference.end,
        kind="state",
        name=state_name(codes[0]),
        states=codes,
        how="description",
    )
