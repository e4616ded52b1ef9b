"""The clause that a word stands in: its verb, its tense, its days."""

from collections.abc import Sequence
from typing import Literal

from onrecord.find.frames.grammar import children, has_to, is_verb
from onrecord.model.days import Days
from onrecord.model.mention import TimeMention
from onrecord.model.page import Page, Sentence

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


def joined(page: Page, times: Sequence[TimeMention]) -> Days | None:
    """The days of the first of these times, with those that "and", "or" or "to" join to it."""
    first = times[0]
    days = first.days
    for time in times[1:]:
        between = page.body[first.end : time.start].strip(" ,")
        if between not in ("and", "or", "to", "") or time.days is None or days is None:
            break
        inside = not between and _holds(days, time.days)  # "last week, on Thursday": the finer
        if inside:
            days = time.days
        elif between and days.first and time.days.last and days.first <= time.days.last:
            days = Days(first=days.first, last=time.days.last, approx=days.approx or time.days.approx)
        first = time
    return days


def _holds(outer: Days, inner: Days) -> bool:
    return (
        outer.first is not None
        and outer.last is not None
        and inner.first is not None
        and inner.last is not None
        and outer.first <= inner.first
        and inner.last <= outer.last
    )
