"""The days of talks: of the times beside them, those that are theirs."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from onrecord.find.frames.grammar import children, is_verb
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import clause, finite, joined, tense
from onrecord.read.dated import governor

_SINCE = re.compile(r"\b(?:since (?:[^,.;]{1,20} )?|ahead of (?:an? |the )?)$", re.IGNORECASE)
"""A day after this is when something else happened."""
_BY = re.compile(r"\b(?:by|until|till|before) (?:the |early |mid-|late )?$", re.IGNORECASE)
"""A day after this is a deadline: no day on which something that is past took place."""
_BOUNDS = frozenset({"before", "after", "since", "until", "till", "following", "ahead", "despite", "because"})
"""What stands behind these beside talks happens at another time than they do."""
_ABOUT = frozenset({"in", "on", "about", "over", "regarding"})
"""Talks behind these are where something was said or what it was about: "touted progress in the talks on Sunday"."""
_SET = frozenset({"schedule", "set", "expect", "plan", "due", "slate"})
"""The day of these is the day of what is scheduled: "on Monday they are scheduled to meet"."""
_TAKES_PLACE = _SET | frozenset(
    {"begin", "start", "open", "reopen", "launch", "resume", "restart", "continue", "hold", "take", "be", "go", "get"}
    | {
        "end",
        "conclude",
        "finish",
        "wrap",
        "kick",
        "occur",
        "happen",
        "convene",
        "meet",
        "last",
        "follow",
        "host",
        "have",
    }
)
"""Verbs of a clause on talks whose time is that of the talks."""
_NUMBERS = ("two", "three", "four", "five")
_LASTING = re.compile(r"\b(two|three|four|five)[- ]days?\b(?! (?:ago|later|after|before|earlier))", re.IGNORECASE)
_ENDING = frozenset({"conclude", "end", "finish", "wrap", "complete", "hold"})
_AFTERWARDS = 60
"""So far after its clause may stand how long a visit lasts."""
_DEEPEST = 10


def days_of(page: Page, sentence: Sentence, trigger: int, verb: int) -> Days | None:
    """The days of the talks that ``trigger`` names, in the clause of ``verb``.

    First of the times inside the talks' own phrase, then of those of the clause, then of the verb that rules it.
    """
    words = clause(sentence, verb, trigger)
    near = [at for at in sentence.subtree(trigger) if at in words] if verb != trigger else words
    coming = tense(sentence, verb) == "future"
    ruler = finite(sentence, verb)
    around = [] if coming and sentence.tokens[ruler].lemma not in _SET else clause(sentence, ruler, trigger)
    outside = () if _is_about(sentence, trigger) else (words, around)
    times = [*usable(page, sentence, ahead=coming)]
    published = page.article.published.days if page.article.published else None
    own = [time for covered, time in times if covered.start in near and _is_own(sentence, covered, trigger)]
    found = _first(page, own, ahead=coming)
    above = _verbs_above(sentence, trigger)
    for place in outside if found is None else ():
        fit = [
            time
            for covered, time in times
            if covered.start in place and governor(sentence, covered, time.days, published) in above
        ]
        found = found or _first(page, fit, ahead=coming)
    whole = sentence.span_of(words)
    told = Span(start=whole.start, end=max(whole.end, min(sentence.end, whole.end + _AFTERWARDS)))
    return _lasting(page, told, found, sentence.tokens[verb].lemma)


def usable(page: Page, sentence: Sentence, *, ahead: bool = False) -> Iterator[tuple[range, TimeMention]]:
    """Times with known days and the words they cover, without deadlines and bounds."""
    for time in page.within(page.times, sentence):
        covered = sentence.indices_in(time)
        if time.days is None or not time.days.told or time.type == "SET" or not covered:
            continue
        since = _SINCE.search(page.body, max(0, time.start - 30), time.start)
        opener = sentence.index_at(since.start()) if since else None
        if opener is not None and sentence.tokens[opener].dep != "mark" and not _holds(sentence, opener, covered):
            continue
        if page.body.startswith(" deadline", time.end):
            continue
        if ahead or not _BY.search(page.body, max(0, time.start - 16), time.start):
            yield covered, time


def _holds(sentence: Sentence, opener: int, covered: range) -> bool:
    """Whether the time only describes what "since" brings: "since an early May visit"."""
    top = sentence.tokens[covered[-1]]
    return top.dep in ("compound", "amod", "nmod", "poss") and sentence.tokens[top.head].head == opener


def _first(page: Page, times: Sequence[TimeMention], *, ahead: bool) -> Days | None:
    """The days of the first of these; ``ahead``: days not past go before others, for what is to come."""
    published = page.article.published.days.first if page.article.published else None
    if ahead and published is not None:
        times = [time for time in times if time.days and time.days.last and time.days.last >= published] or times
    return joined(page, times) if times else None


def _is_own(sentence: Sentence, covered: range, trigger: int) -> bool:
    """Whether the way from a time up to the talks leads through nothing that happens at another time."""
    inside = set(covered)
    at = next((index for index in covered if sentence.tokens[index].head not in inside), covered.start)
    for _ in range(_DEEPEST):
        if at == trigger:
            return True
        token = sentence.tokens[at]
        if token.head == at:
            return True
        bound = token.dep in ("prep", "mark") and token.text.lower() in _BOUNDS and at not in inside
        bound = bound or any(sentence.tokens[child].text.lower() in _BOUNDS for child in children(sentence, at, "mark"))
        other = token.dep in ("acl", "relcl") and is_verb(sentence, at) and token.lemma not in _TAKES_PLACE
        other = other and sentence.tokens[token.head].head != token.head  # "Talks stalled last week" is a sentence
        if bound or other:
            return False
        at = token.head
    return True


def _is_about(sentence: Sentence, trigger: int) -> bool:
    """Whether the talks are only where something was said or seen, or what it is about."""
    above = sentence.tokens[trigger].head
    return sentence.tokens[trigger].dep == "pobj" and sentence.tokens[above].text.lower() in _ABOUT


def _verbs_above(sentence: Sentence, trigger: int) -> set[int]:
    """The verbs on the way up from the talks, and those that they lead to: "are due to resume on Friday"."""
    found: set[int] = set()
    at = trigger
    for _ in range(_DEEPEST):
        if is_verb(sentence, at):
            found.add(at)
        token = sentence.tokens[at]
        if token.head == at:
            break
        at = token.head
    waiting = [*found]
    while waiting:
        below = [child for child in children(sentence, waiting.pop(), "xcomp", "acomp", "oprd") if child not in found]
        found.update(below)
        waiting += below
    return found


def _lasting(page: Page, span: Span, days: Days | None, verb: str) -> Days | None:
    """The days of talks said to last so many days: from the day named, or up to it when they ended on it."""
    match = _LASTING.search(span.of(page.body))
    if match is None or days is None or days.first is None or days.first != days.last:
        return days
    more = timedelta(days=_NUMBERS.index(match[1].lower()) + 1)
    if verb in _ENDING:
        return Days(first=days.first - more, last=days.last, words=days.words)
    return Days(first=days.first, last=days.last + more, words=days.words)
