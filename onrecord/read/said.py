"""The day on which something was said."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model.assertion import Statement
from onrecord.model.days import Days
from onrecord.model.mention import Attribution
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span

_SOON = 120
"""So many characters at most lie between a dated saying and a quotation that goes on with it."""


def said(page: Page, saying: Attribution) -> Days | None:
    """The day of a time word that goes with the verb of saying ("said Tuesday", "told AP last week")."""
    if not saying.cue:
        return None
    at = page.sentence_at(saying.cue[0].start)
    verb = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    if at is None or verb is None:
        return None
    sentence = page.sentences[at]
    verbs = _joined(sentence, verb)
    for time in page.within(page.times, sentence):
        if time.type not in ("DATE", "TIME") or time.days is None or not time.days.known:
            continue
        index = sentence.index_at(time.start)
        in_source = any(span.start <= time.start < span.end for span in saying.source)
        if in_source and index is not None and sentence.tokens[index].dep in ("compound", "amod", "nummod", "nmod"):
            continue  # "a likely 2020 candidate said"
        inside = any(part.start <= time.start < part.end for part in saying.content)
        if (inside and saying.direct) or _is_told_elsewhere(page, saying, time):
            continue
        for _ in range(2 if inside else 8):
            if index is None or index in verbs or sentence.tokens[index].head == index:
                break
            if sentence.tokens[index].dep == "relcl":
                break  # "who joined in 1990, said"
            index = sentence.tokens[index].head
        if index in verbs:
            return time.days
    return None


def carried_on(rows: Iterable[Statement]) -> Iterator[Statement]:
    """With the day carried to a quotation that follows at once what the same speaker is said to have said that day."""
    before: Statement | None = None
    for row in rows:
        same = before is not None and row.speaker is not None and row.speaker == before.speaker
        if same and before is not None and row.said is None and row.direct and row.start - before.end < _SOON:
            row = msgspec.structs.replace(row, said=before.said)
        before = row
        yield row


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
    while len(verbs) < 5 and sentence.tokens[verb].dep in ("conj", "advcl"):
        head = sentence.tokens[verb].head
        as_he = any(sentence.tokens[k].text.lower() == "as" for k in sentence.children[verb])
        if sentence.tokens[verb].dep == "advcl" and sentence.tokens[verb].tag != "VBG" and not as_he:
            break
        if sentence.tokens[head].pos != "VERB" or head > verb:
            break
        verb = head
        verbs.append(verb)
    return verbs
