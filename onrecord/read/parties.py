"""Who fills a role: the actors that stand at the heads of a phrase, and whom they stand for."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import pairwise

from onrecord.find.frames.grammar import children
from onrecord.knowledge.holders import acts_for, told_by
from onrecord.model.mention import ActorMention, Attribution, Role
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.voice import LONGEST

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
_ANYBODY = FIRST_PERSON | {"you", "one"}
"""Who is no other than the speaker: "you have to talk about bad deals"."""
_OPEN = ("PRON", "DET", "NUM", "PROPN", "ADJ")
"""What heads a phrase without being a noun of its own sort: "both", "two of the countries", "Trump's"."""
_CLITICS = ("'s", "’s", "'ve", "’ve", "'re", "’re", "'d", "’d")
_HYPHENS = ("-", "–", "‑", "/", " and ")
_MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod", "appos")
_BY_PREPOSITION = ("from", "of", "by", "between")


def actors_at(page: Page, sentence: Sentence, head: int) -> tuple[ActorMention, ...]:
    """The actors that the phrase at ``head`` stands for, each conjunct on its own.

    A phrase whose head is no actor (``officials``, ``leaders``) stands for those that modify it.
    """
    found: dict[ActorMention, None] = {}
    for conjunct in _conjuncts(sentence, head):
        for actor in _at(page, sentence, conjunct):
            found.setdefault(actor)
    return tuple(found)


def _conjuncts(sentence: Sentence, head: int) -> list[int]:
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop(0)
        found.append(at)
        more = children(sentence, at, "conj")
        if (
            more and sentence.tokens[at].pos == "PROPN"
        ):  # "Norway, Sweden, and growers": the parser takes the second for a gloss
            more += [child for child in children(sentence, at, "appos") if sentence.tokens[child].pos == "PROPN"]
        waiting += more
    return found


def _at(page: Page, sentence: Sentence, head: int) -> list[ActorMention]:
    token = sentence.tokens[head]
    over = [actor for actor in _near(page, sentence) if actor.start <= token.start and token.end <= actor.end]
    if any(actor.kind == "group" and page.body.startswith(" of ", actor.end) for actor in over):
        over = []  # "the leaders of other nations" are not those who were named before
    if over:
        actor = max(over, key=lambda actor: actor.end - actor.start)
        if actor.kind == "described" and not actor.states:
            return _behind(page, sentence, head) or [actor]
        if actor.kind == "described" and token.tag == "NNS":  # "the leaders of Norway and Sweden"
            return [actor, *(one for one in _brought(page, sentence, head) if not set(one.states) <= set(actor.states))]
        return [actor]
    found: list[ActorMention] = []
    if token.text in _CLITICS:  # the parser takes the "'s" of "he's threatened" for the subject
        return [actor for child in children(sentence, head, "nsubj") for actor in _at(page, sentence, child)]
    if token.pos not in _OPEN and token.lemma.lower() not in acts_for():
        return found
    for child in children(sentence, head, *_MODIFIERS):
        found += [actor for conjunct in _conjuncts(sentence, child) for actor in _at(page, sentence, conjunct)]
    if found:
        return found
    return _brought(page, sentence, head)


def _brought(page: Page, sentence: Sentence, head: int) -> list[ActorMention]:
    """Those after "of", "from" or "by" in a phrase."""
    return [
        actor
        for preposition in children(sentence, head, "prep")
        if sentence.tokens[preposition].text.lower() in _BY_PREPOSITION
        for child in children(sentence, preposition, "pobj")
        for one in _conjuncts(sentence, child)
        for actor in _at(page, sentence, one)
    ]


def _behind(page: Page, sentence: Sentence, head: int) -> list[ActorMention]:
    """For whom somebody unnamed acts ("its trade minister"), or who is named among many ("including Ms. Berg")."""
    token = sentence.tokens[head]
    found = [
        actor
        for child in children(sentence, head, "poss")
        for actor in _at(page, sentence, child)
        if actor.states and token.lemma.lower() in acts_for()
    ]
    for preposition in children(sentence, head, "prep"):
        if sentence.tokens[preposition].text.lower() == "including":
            for child in children(sentence, preposition, "pobj"):
                found += [actor for one in _conjuncts(sentence, child) for actor in _at(page, sentence, one)]
    return found


def _near(page: Page, sentence: Sentence) -> Iterable[ActorMention]:
    return page.within(page.actors, sentence)


def joined_to(page: Page, role: Role, actors: Collection[ActorMention]) -> tuple[ActorMention, ...]:
    """Who begins a phrase and is joined by "and" or a hyphen to the rest, where the parse has not seen it."""
    named = [actor for actor in page.within(page.actors, role) if actor.how in ("name", "adjective")]
    found = []
    for one, other in pairwise(named):
        joined = page.body[one.end : other.start] in (_HYPHENS if one.kind == "state" else (" and ",))
        joined = joined or (one.start == role.start and page.body.startswith(" and ", one.end))
        if joined and (actors or one.end + 1 == other.start):
            found += [actor for actor in (one, other) if actor not in actors]
    return tuple(found)


def states_of(actors: Iterable[ActorMention]) -> tuple[str, ...]:
    """The states that these actors act for, sorted, each once."""
    return tuple(sorted({state for actor in actors for state in actor.states}))


def holders(actors: Iterable[ActorMention]) -> tuple[str, ...]:
    """Whom a position belongs to: states by code; others by name. Descriptions, media and mere observers hold none.

    Who heads a company or a group, or speaks for it, holds what it holds.
    """
    found: dict[str, None] = {}
    for actor in actors:
        if actor.states:
            found.update(dict.fromkeys(actor.states))
        elif actor.members:
            found.update(dict.fromkeys(member for member in actor.members if member[:1].isupper()))
        elif actor.kind == "person" and (told_by("watches", actor.role) or told_by("watches_from", actor.affiliation)):
            continue
        elif actor.kind == "described" and told_by("of_party", actor.name):
            found.setdefault(actor.name)
        elif actor.kind == "described" and len(actor.affiliation) > 2 and actor.name.startswith(actor.affiliation):
            found.setdefault(actor.affiliation)  # "the United Auto Workers union"
        elif (
            actor.kind == "person"
            and len(actor.affiliation) > 2
            and told_by("speaks_for", actor.role)
            and not told_by("own_voice", actor.affiliation)
        ):
            found.setdefault(actor.affiliation)
        elif actor.kind in ("body", "person") and actor.name and not actor.medium:
            found.setdefault(actor.name)
    return tuple(sorted(found))


def speech_at(page: Page, span: Span) -> Attribution | None:
    """The innermost attribution in whose content a stretch lies, past those whose source is "we", "you" or nobody."""
    best: Attribution | None = None
    after = bisect_left(page.speech, span.start - LONGEST, key=lambda saying: saying.start)
    before = bisect_right(page.speech, span.start, key=lambda saying: saying.start)
    for attribution in page.speech[after:before]:
        if attribution.speaker is None and all(part.of(page.body).lower() in _ANYBODY for part in attribution.source):
            continue
        inside = any(part.holds(span) for part in attribution.content)
        if inside and (best is None or attribution.end - attribution.start <= best.end - best.start):
            best = attribution
    return best


def speakers_at(page: Page, span: Span) -> tuple[ActorMention, ...]:
    """Who says the words of a stretch: the speaker, and the states that speak together with a state.

    A spokesperson without office speaks for the body that they belong to.
    """
    speech = speech_at(page, span)
    if speech is None or speech.speaker is None:
        return ()
    if speech.speaker.kind == "state":
        beside = [one for part in speech.source for one in page.within(page.actors, part) if one.kind == "state"]
        return tuple(dict.fromkeys((speech.speaker, *(one for one in beside if one.how == "name"))))
    return (speech.speaker,)
