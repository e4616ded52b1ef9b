"""Letters in full: "Dear Mr. President: ... Sincerely, Ann Bo": what stands between is told by who signs."""

import re
from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.model.span import Span

_CALLED = r"(?:[A-Z][\w.’'-]*|and|of|the|colleagues?|friends?|members?|sirs?|madam|all)"
GREETING = re.compile(rf"(?:My )?Dear {_CALLED}(?:,? {_CALLED}){{0,9}}?[:,](?:\s+|$)")
"""Whom a letter is to."""
_SIGNER = r"(?P<name>[^\W\d_][^\n,;:!?]{2,60}?)(?=[.,]?$|,\s)"
_CLOSING = re.compile(
    r"(?<![\w,])(?:(?:Yours|Very|Most) (?:sincerely|respectfully|faithfully|truly)"
    r"|(?:Sincerely|Respectfully|Faithfully|Cordially)(?: yours)?"
    rf"|(?:Regards|(?:Best|Kind|Warm) regards|Best wishes)),(?:\s+{_SIGNER}|\s*$)"
)
_NAME = re.compile(_SIGNER)
_MOST = 80
"""A letter has at most so many paragraphs."""


def letters(body: str, lines: Sequence[tuple[Span, int]]) -> Iterator[Claim]:
    """The paragraphs of each letter that is signed; ``lines`` come with the number of their first sentence."""
    at = 0
    while at < len(lines):
        greeting = GREETING.match(body, lines[at][0].start, lines[at][0].end)
        end = _signed(body, lines, at, greeting.end()) if greeting is not None else None
        if greeting is None or end is None:
            at += 1
            continue
        last, stop, name = end
        for order in range(at, last + 1):
            start = greeting.end() if order == at else lines[order][0].start
            content = trimmed(body, start, stop if order == last else lines[order][0].end)
            if content is not None:
                yield Claim(
                    frame="embedded",
                    lemma="write",
                    content=(content,),
                    sentence=lines[order][1],
                    source=name,
                    head=name.end - 1,
                )
        at = last + 1


def _signed(body: str, lines: Sequence[tuple[Span, int]], first: int, start: int) -> tuple[int, int, Span] | None:
    """The paragraph in which a letter closes, where its words end there, and the name that signs it."""
    for order in range(first, min(len(lines), first + _MOST)):
        line = lines[order][0]
        if order > first and GREETING.match(body, line.start, line.end):
            return None
        closing = _CLOSING.search(body, max(start, line.start), line.end)
        if closing is None:
            continue
        name = closing if closing["name"] else None
        if name is None and order + 1 < len(lines):
            following = lines[order + 1][0]
            name = _NAME.match(body, following.start, following.end)
        if name is None or not all(word[0].isupper() for word in name["name"].split() if len(word) > 3):
            continue
        return order, closing.start(), Span(start=name.start("name"), end=name.end("name"))
    return None
