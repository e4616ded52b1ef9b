"""Posts pasted line by line: a name with its handle, the words of the post, the hour and day of it."""

import re
from collections.abc import Iterator, Sequence

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.find.speech.lines.embedded import DAY, day_of
from onrecord.model.span import Span

_SIGN = re.compile(
    r"(?P<name>[^\W\d_][^\n@()·|:]{1,60}?)\s*[·|✓✔☑,]?\s*\(?@\w{1,20}\)?(?:\s*[·|–—-]\s*(?:\d{1,2}[hm]|(?P<at>[^\n]{4,40})))?\s*"
)
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s*[A-Z]{2,4})?"
_STAMP = re.compile(rf"(?:{_CLOCK}\s*[·,|–—-]?\s*)?{DAY}(?:\s*[·,|–—-]?\s*(?:at\s)?{_CLOCK})?(?:\s*[·|][^\n]*)?\.?")
_MOST = 12
"""A post has at most so many paragraphs."""


def posted(body: str, lines: Sequence[tuple[Span, int]]) -> Iterator[Claim]:
    """The paragraphs of each such post; ``lines`` come with the number of their first sentence."""
    at = 0
    while at < len(lines):
        sign = _SIGN.fullmatch(body, lines[at][0].start, lines[at][0].end)
        at += 1
        if sign is None:
            continue
        stamp = _STAMP.fullmatch(sign["at"]) if sign["at"] else None
        last = at
        while stamp is None and last < min(len(lines), at + _MOST):
            stamp = _STAMP.fullmatch(body, lines[last][0].start, lines[last][0].end)
            last += stamp is None
        if stamp is None:
            continue
        if sign["at"]:
            last = min(at + 1, len(lines))
        for line, number in lines[at:last]:
            content = trimmed(body, line.start, line.end)
            if content is not None:
                yield Claim(
                    frame="embedded",
                    lemma="post",
                    content=(content,),
                    sentence=number,
                    source=Span(start=sign.start("name"), end=sign.end("name")),
                    head=sign.end("name") - 1,
                    days=day_of(stamp),
                )
        at = last
