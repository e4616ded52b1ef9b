"""Lines of a document and whether they are print lines, broken at a width, or whole paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.clean.flat import BLANK, Flat, Writer
from onrecord.model.span import Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\v\u2028\u2029\x85]")
_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_LIST = re.compile(r"(?:[-–—•·*▪●○◦]|\d{1,2}[.)])\s")
_NARROW, _WIDE = 28, 120
"""Print lines are between these widths; longer ones are paragraphs."""
_COMPOUND_PARTS = """
all anti counter cross cut ex far fast five four free full half high ill late long low market mid multi near non off
one out over post pre record self semi short single six so sub ten third three tit two ultra under well world
year zero export import tax trade tariff duty
"""
_COMPOUND = frozenset(_COMPOUND_PARTS.split())
"""First parts of words that are written with a hyphen: it stays when a line ends at it."""


class Line(Span, frozen=True, kw_only=True):
    """A line of the document's text without the blanks at its ends; ``apart`` if a blank line or page break is before.

    ``indent`` is how many blanks stand before it, ``page`` whether it is the first of a page.
    """

    apart: bool = False
    indent: int = 0
    page: bool = False


def lines(text: str) -> list[Line]:
    """The lines that are not blank."""
    found: list[Line] = []
    breaks, page, last = 2, False, 0
    for match in _LINE.finditer(text):
        between = text[last : match.start()]
        if between:
            breaks += sum(1 for _ in _BREAK.finditer(between))
            page = page or "\f" in between
        last = match.end()
        words = match.group()
        stripped = words.strip(BLANK)
        if not stripped:
            continue
        indent = len(words) - len(words.lstrip(BLANK))
        start = match.start() + indent
        found.append(Line(start=start, end=start + len(stripped), apart=breaks > 1, indent=indent, page=page))
        breaks, page = 0, False
    return found


def width(text: str, found: Sequence[Line]) -> int:
    """The width at which the lines were broken for print, in characters; 0 if each line is a paragraph."""
    pairs = [(line, following) for line, following in pairwise(found) if not following.apart]
    opened = [
        (line, following)
        for line, following in pairs
        if not _ENDS.search(text[max(line.start, line.end - 4) : line.end])
    ]
    if len(opened) < 2 or len(opened) < len(pairs) * 0.35:
        return 0
    going_on = sum(1 for _, following in opened if text[following.start].islower())
    lengths = sorted(line.end - line.start for line, _ in opened)
    if going_on < len(opened) * 0.35 or not _NARROW <= lengths[len(lengths) // 2] <= _WIDE:
        return 0
    return lengths[int(len(lengths) * 0.95)]


def flatten(text: str, found: Sequence[Line], alone: frozenset[int] = frozenset()) -> Flat:
    """Paragraphs of ``text``: print lines joined again, other lines each for itself.

    ``alone`` are indices of lines that join neither the line before nor the one after (header lines).
    """
    broken = width(text, found)
    writer = Writer()
    for index, line in enumerate(found):
        words = text[line.start : line.end]
        before = found[index - 1] if index else None
        if (
            before is None
            or not broken
            or index in alone
            or index - 1 in alone
            or not _goes_on(text, before, line, broken)
        ):
            if before is not None:
                writer.end()
            writer.begin()
        elif words[0].islower() and text[before.end - 1] == "-" and text[before.end - 2 : before.end - 1].isalpha():
            pass  # the hyphen was written or dropped with the line before
        elif text[before.end - 1] not in "—/\xad" and not (_wide(text[before.end - 1]) and _wide(words[0])):
            writer.join(" ")
        following = found[index + 1] if index + 1 < len(found) else None
        if (
            broken
            and following is not None
            and words[-1] == "-"
            and index not in alone
            and _goes_on(text, line, following, broken)
            and _hyphen_falls(text, line, following)
        ):
            words = words[:-1]
        writer.put(words, line.start)
    if found:
        writer.end()
    return writer.flat()


def _goes_on(text: str, before: Line, line: Line, broken: int) -> bool:
    """Whether ``line`` carries on the paragraph of the line before it."""
    if line.apart or line.indent >= before.indent + 2 or _LIST.match(text, line.start):
        return line.page and text[line.start].islower()
    length = before.end - before.start
    word = text.find(" ", line.start, line.end)
    room = length + 1 + ((word if word >= 0 else line.end) - line.start) <= broken
    if _ENDS.search(text[max(before.start, before.end - 4) : before.end]):
        return not room
    return not (room and length < broken * 0.55 and not text[line.start].islower())


def _hyphen_falls(text: str, line: Line, following: Line) -> bool:
    """Whether the hyphen at the end of ``line`` only divides a word (it falls away), or belongs to it."""
    left = re.search(r"[^\W\d_]+$", text[max(line.start, line.end - 40) : line.end - 1])
    right = re.match(r"[^\W\d_]+", text[following.start : min(following.end, following.start + 40)])
    if not left or not right or not right.group()[0].islower() or not left.group().isalpha():
        return False
    whole, parted = left.group() + right.group(), f"{left.group()}-{right.group()}"
    if whole in text:
        return True
    return parted not in text and left.group().lower() not in _COMPOUND and not left.group()[0].isupper()


def _wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
