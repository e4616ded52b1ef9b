"""The day on which something was said."""

import re
from datetime import timedelta

from onrecord.model.days import Days
from onrecord.model.mention import Attribution, TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.clauses import verb_of
from onrecord.read.dated import governor

_WRITTEN = frozenset({"statement", "release", "interview", "tweet", "post", "letter", "email", "memo", "tweets"})
_TOLD_IN = _WRITTEN | frozenset(
    {"speech", "address", "briefing", "conference"}
    | {"call", "testimony", "note", "message", "report", "hearing", "appearance", "column"}
    | {"poll", "study", "survey", "paper", "analysis", "statistic", "data", "estimate", "book", "remark", "show"}
)
"""In what something is said: a day right behind these is the day of saying it."""
_PUBLISHED = frozenset(
    {"release", "post", "publish", "issue", "air", "send", "date", "broadcast", "record", "distribute"}
)
_BOUNDS = frozenset({"until", "till", "since", "from", "by", "than"})
_NEXT_TO = frozenset({"after", "before", "following"})
_A_DAY = timedelta(days=1)
_A_MONTH = timedelta(days=31)
_SIGNED = re.compile(r"[\"”’.]*\s*[–—-]{1,2}\s*")
"""What stands between a quotation and the day and place of it in a list of quotations."""
_MARK = re.compile(r"[\"“”„]")


def said(page: Page, saying: Attribution, *, events: bool = True) -> Days | None:
    """The day of a time word that goes with the verb of saying ("said Tuesday", "told AP last week").

    ``events``: a saying may also have the day of an event right before or after it ("after Monday's vote").
    """
    signed = _signed(page, saying) if saying.direct else None
    if signed is not None or not saying.cue:
        return signed
    at = page.sentence_at(saying.cue[0].start)
    verb = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    if at is None or verb is None:
        return None
    sentence = page.sentences[at]
    verbs = _joined(sentence, verb)
    for time in page.within(page.times, sentence):
        if time.type not in ("DATE", "TIME") or time.days is None or not time.days.told:
            continue
        covered = sentence.indices_in(time)
        in_source = any(span.start <= time.start < span.end for span in saying.source)
        if not covered:
            continue
        if in_source and saying.rule.endswith("/according") and _is_dated_source(sentence, saying, covered):
            return time.days
        if in_source and sentence.tokens[covered.start].dep in ("compound", "amod", "nummod", "nmod"):
            continue  # "a likely 2020 candidate said"
        if covered.start and sentence.tokens[covered.start - 1].text.lower() in _BOUNDS:
            continue  # "the envoy until August said"
        if _is_quoted(page, saying, time) or _is_told_elsewhere(page, saying, time):
            continue
        published = page.article.published.days if page.article.published else None
        if published and published.last and time.days.first and time.days.first - published.last > _A_DAY:
            continue  # nothing was said after it was told, save where the day begins earlier
        above = governor(sentence, covered, time.days, published)
        beside = above is not None and above not in verbs and _is_beside(page, sentence, saying, above, verbs)
        loose = _is_loose(sentence, saying, time, verb)
        beside = beside or (events and _is_next_to(sentence, covered, verbs, time.days))
        told_in = _is_of_telling(sentence, covered, inside=_is_inside(saying, time))
        owned = in_source and _owns(sentence, covered, verb)
        if (above in verbs and not loose) or beside or told_in or owned:
            return time.days
    return None


def _signed(page: Page, saying: Attribution) -> Days | None:
    """The day that stands under a quotation: “We buy more than we sell.” – 3 May, Bergen."""
    end = max(part.end for part in saying.content)
    gap = _SIGNED.match(page.body, end)
    if gap is None:
        return None
    here = next((time for time in page.times if time.start == gap.end()), None)
    dated = here is not None and here.type == "DATE" and here.days is not None and here.days.first == here.days.last
    return here.days if here is not None and dated else None


def _is_quoted(page: Page, saying: Attribution, time: TimeMention) -> bool:
    """Whether the time lies in the quoted words themselves."""
    part = next((part for part in saying.content if part.start <= time.start < part.end), None)
    if part is None or not saying.direct:
        return False
    marks = len(_MARK.findall(page.body, max(0, part.start - 1), time.start))
    return marks % 2 == 1 or saying.rule.endswith("/block")


def _is_loose(sentence: Sentence, saying: Attribution, time: TimeMention, verb: int) -> bool:
    """Whether the time lies in what is only called something: "will fight what he calls fraud with a law on Friday"."""
    return _is_inside(saying, time) and sentence.tokens[verb].dep in ("pcomp", "relcl", "csubj") and not saying.direct


def _is_next_to(sentence: Sentence, covered: range, verbs: list[int], days: Days) -> bool:
    """Whether a time is that of what the saying came right before or after: "after Monday's vote, he said"."""
    if days.first is None or days.last is None or days.last - days.first > _A_MONTH:
        return False
    at, beside = covered[-1], False
    for _ in range(8):
        token = sentence.tokens[at]
        if at in verbs:
            return beside
        if token.head == at or token.dep in ("relcl", "ccomp", "appos"):
            return False
        beside = beside or (token.dep in ("prep", "mark") and token.text.lower() in _NEXT_TO)
        if any(
            sentence.tokens[child].text.lower() in _NEXT_TO for child in sentence.children[at] if token.dep == "advcl"
        ):
            beside = days.first == days.last
        at = token.head
    return False


def _is_beside(page: Page, sentence: Sentence, saying: Attribution, verb: int, verbs: list[int]) -> bool:
    """Whether a verb tells how or in what it was said: "speaking on Monday, he said", "in a letter released Monday"."""
    token = sentence.tokens[verb]
    if token.tag not in ("VBG", "VBN", "VBD") or token.dep not in ("advcl", "acl"):
        return False
    head = sentence.tokens[token.head]
    if token.dep == "acl" and (head.lemma in _TOLD_IN or token.lemma in _PUBLISHED):
        return not any(part.start <= token.start < part.end for part in saying.content)
    in_source = any(part.start <= head.start < part.end for part in saying.source)
    return token.tag == "VBG" and (token.head in verbs or in_source)


def _is_dated_source(sentence: Sentence, saying: Attribution, covered: range) -> bool:
    """Whether the time stands behind the paper that something is told in: "according to a poll in August"."""
    words = [index for span in saying.source for index in sentence.indices_in(span) if index < covered.start]
    nouns = [index for index in words if sentence.tokens[index].lemma in _TOLD_IN]
    return bool(nouns) and covered.start - nouns[-1] <= 3


def _is_inside(saying: Attribution, time: TimeMention) -> bool:
    return any(part.start <= time.start < part.end for part in saying.content)


def _owns(sentence: Sentence, covered: range, verb: int) -> bool:
    """Whether the source is of a day: "Sunday's paper accused them"."""
    token = sentence.tokens[covered.start]
    head = sentence.tokens[token.head]
    return token.dep == "poss" and head.dep in ("nsubj", "nsubjpass") and head.head == verb


def _is_of_telling(sentence: Sentence, covered: range, *, inside: bool) -> bool:
    """Whether a time is that of what something is said in: "in a statement on Friday", "at a Monday briefing".

    ``inside`` what is said only of what somebody writes or is asked: a call may be what it is about.
    """
    at = covered.start - 1
    while at >= 0 and sentence.tokens[at].pos in ("ADP", "ADJ", "ADV"):
        at -= 1
    heads = {sentence.tokens[index].head for index in covered} - set(covered)
    fit = _WRITTEN if inside else _TOLD_IN
    nouns = [index for index in (at, *heads) if index >= 0 and sentence.tokens[index].lemma in fit]
    openers = ("in", "on", "during", "at", "to")
    return any(
        sentence.tokens[index].dep == "pobj"
        and sentence.tokens[sentence.tokens[index].head].text.lower() in openers
        and (index == at or sentence.tokens[covered.start].dep in ("compound", "nmod", "poss", "amod", "nummod"))
        for index in nouns
    )


def _is_told_elsewhere(page: Page, saying: Attribution, time: Span) -> bool:
    """Whether the time belongs to what is said in another saying beside this one."""
    return any(
        other is not saying
        and other.rule.endswith(("/clause", "/quote", "/infinitive"))
        and not any(part.holds(saying.cue[0]) for part in other.content)
        and any(part.start <= time.start < part.end for part in other.content)
        for other in page.within(page.speech, page.sentences[page.sentence_at(saying.cue[0].start) or 0])
    )


def _joined(sentence: Sentence, verb: int) -> list[int]:
    """The verb of saying and those before it that it shares a day with ("spoke on Friday, warning that ...")."""
    verbs = [verb]
    while len(verbs) < 5 and sentence.tokens[verb].dep in ("conj", "advcl", "acl", "pcomp"):
        token = sentence.tokens[verb]
        if token.dep == "pcomp" and sentence.tokens[token.head].text.lower() == "by":
            return [*verbs, verb_of(sentence, token.head)]  # "raised tension on Friday by announcing"
        below = [sentence.tokens[child] for child in sentence.children[verb]]
        beside = any(child.text.lower() in ("as", "while") for child in below)
        if token.dep == "pcomp" or (token.dep == "acl" and sentence.tokens[token.head].lemma not in _TOLD_IN):
            break
        if token.dep == "advcl" and token.tag != "VBG" and not beside:
            break
        if token.dep == "acl" and sentence.tokens[token.head].lemma in _TOLD_IN:
            return [*verbs, verb_of(sentence, token.head)]  # "changed course on Friday with a tweet saying"
        if token.dep == "conj" and any(child.dep in ("nsubj", "nsubjpass") for child in below):
            break
        if sentence.tokens[token.head].pos != "VERB" or token.head > verb:
            break
        verb = token.head
        verbs.append(verb)
    return verbs
