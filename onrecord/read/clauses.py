"""The clause that a word stands in: its verb, its tense, its days."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from onrecord.find.frames.grammar import children, has_to, is_verb
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span

Tense = Literal["past", "present", "future"]
_OTHER_CLAUSES = ("ccomp", "advcl", "relcl", "parataxis", "conj")
_HAPPENED = frozenset(
    {
        "begin",
        "start",
        "continue",
        "manage",
        "fail",
        "come",
        "seem",
        "appear",
        "happen",
        "tend",
        "use",
        "go",
        "get",
        "help",
        "cease",
    }
)
"""Verbs after which a ``to`` clause happens as they do; after others it has not happened yet."""
_TENSED = ("VBD", "VBP", "VBZ", "MD")
_NUMBERS = ("two", "three", "four", "five")
_LASTING = re.compile(r"\b(two|three|four|five)[- ]days?\b(?! (?:ago|later|after|before|earlier))", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since (?:[^,.;]{1,20} )?|ahead of (?:an? |the )?)$", re.IGNORECASE)
"""A day after this is when something else happened."""
_BY = re.compile(r"\b(?:by|until|till|before) (?:the |early |mid-|late )?$", re.IGNORECASE)
"""A day after this is a deadline: no day on which something that is past took place."""
_ENDING = frozenset({"conclude", "end", "finish", "wrap", "complete", "hold"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "would", "could", "may", "might", "wo", "should", "must", "can"})


def verb_of(sentence: Sentence, index: int) -> int:
    """The verb of the clause that a word stands in; the word itself where there is none."""
    at = index
    while not is_verb(sentence, at) or sentence.tokens[at].dep in ("aux", "auxpass"):
        head = sentence.tokens[at].head
        if head == at:
            return index
        at = head
    return at


def clause(sentence: Sentence, verb: int, keep: int) -> list[int]:
    """The words of a verb's clause, without the other clauses that hang on it, save one that holds ``keep``."""
    found: list[int] = []
    waiting = [verb]
    while waiting:
        at = waiting.pop()
        found.append(at)
        for child in sentence.children[at]:
            another = sentence.tokens[child].dep in _OTHER_CLAUSES and is_verb(sentence, child)
            another = another or (sentence.tokens[child].dep == "pcomp" and bool(children(sentence, child, "nsubj")))
            if not another or keep in sentence.subtree(child):
                waiting.append(child)
    return sorted(found)


def tense(sentence: Sentence, verb: int) -> Tense | None:
    """The tense of a verb, with what governs a ``to`` clause: ``is due to return`` is future."""
    at = verb
    for _ in range(6):
        token = sentence.tokens[at]
        helpers = [
            sentence.tokens[child]
            for child in sentence.children[at]
            if sentence.tokens[child].dep in ("aux", "auxpass")
        ]
        words = {helper.text.lower() for helper in helpers}
        if words & _WILL:
            return "future"
        if token.tag == "VB" and token.dep == "conj" and not helpers and token.head != at:
            at = token.head  # "to come and have talks"
            continue
        if has_to(sentence, at) or token.dep == "xcomp":
            head = sentence.tokens[token.head]
            if head.text.lower() == "going" and has_to(sentence, at):
                return "future"
            if token.dep not in ("xcomp", "ccomp") or head.lemma not in _HAPPENED or token.head == at:
                return "future" if has_to(sentence, at) else None
            at = token.head
            continue
        tags = {helper.tag for helper in helpers}
        if token.tag == "VBD" or "VBD" in tags or (token.tag == "VBN" and words & {"has", "have", "had", "'ve", "’ve"}):
            return "past"
        if token.tag == "VBG" and words & {"been"}:
            return "present"
        if token.tag in ("VBP", "VBZ") or tags & {"VBP", "VBZ"}:
            return "present"
        if token.tag == "VBN":
            return "past"
        return None
    return None


def progressive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb says what is going on: ``are meeting``, ``have been trying``."""
    token = sentence.tokens[verb]
    helpers = {sentence.tokens[child].lemma for child in sentence.children[verb] if sentence.tokens[child].dep == "aux"}
    return token.tag == "VBG" and "be" in helpers


def days_in(page: Page, sentence: Sentence, *places: Sequence[int], ahead: bool = False) -> Days | None:
    """The days named by the words of the first of ``places`` that names any.

    Days joined by "and" or "to" are one interval. ``ahead``: days not past go before others, for what is to come.
    """
    times = [time for time in page.within(page.times, sentence) if time.days is not None and time.days.known]
    starts = [
        (sentence.index_at(time.start), time)
        for time in times
        if time.type != "SET"
        and not _SINCE.search(page.body, max(0, time.start - 30), time.start)
        and not page.body.startswith(" deadline", time.end)
        and (ahead or not _BY.search(page.body, max(0, time.start - 16), time.start))
    ]
    published = page.article.published.days.first if page.article.published else None
    for place in places:
        here = [time for at, time in starts if at in place]
        if ahead and published is not None:
            coming = [time for time in here if time.days and time.days.last and time.days.last >= published]
            here = coming or here
        if here:
            return _joined(page, here)
    return None


def finite(sentence: Sentence, verb: int) -> int:
    """The verb with a tense of its own on which an infinitive or participle hangs; the verb itself if it has one."""
    at = verb
    for _ in range(6):
        token = sentence.tokens[at]
        helped = any(sentence.tokens[child].tag in _TENSED for child in children(sentence, at, "aux", "auxpass"))
        if token.tag in _TENSED or helped or token.head == at or children(sentence, at, "nsubj", "nsubjpass"):
            return at
        at = verb_of(sentence, token.head)
    return at


def _joined(page: Page, times: list[TimeMention]) -> Days | None:
    first = times[0]
    days = first.days
    for time in times[1:]:
        between = page.body[first.end : time.start].strip(" ,")
        if between not in ("and", "to", "") or time.days is None or days is None:
            break
        inside = not between and _holds(days, time.days)  # "last week, on Thursday": the finer
        if inside:
            days = time.days
        elif between and days.first and time.days.last and days.first <= time.days.last:
            days = Days(first=days.first, last=time.days.last, approx=days.approx or time.days.approx)
        first = time
    return days


def lasting(page: Page, span: Span, days: Days | None, verb: str) -> Days | None:
    """The days of talks said to last so many days: from the day named, or up to it when they ended on it."""
    match = _LASTING.search(span.of(page.body))
    if match is None or days is None or days.first is None or days.first != days.last:
        return days
    more = timedelta(days=_NUMBERS.index(match[1].lower()) + 1)
    if verb in _ENDING:
        return Days(first=days.first - more, last=days.last, words=days.words)
    return Days(first=days.first, last=days.last + more, words=days.words)


def _holds(outer: Days, inner: Days) -> bool:
    return (
        outer.first is not None
        and outer.last is not None
        and inner.first is not None
        and inner.last is not None
        and outer.first <= inner.first
        and inner.last <= outer.last
    )
