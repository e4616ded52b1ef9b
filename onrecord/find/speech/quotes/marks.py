"""Quotation marks: of which kind one is, and whether it opens or closes where it stands."""

import re

from onrecord.model.span import Span

MARK = re.compile(r"[\"“”„‟«»‹›「」『』＂〝〞〟]|''|``|‘‘|’’")
STRAIGHT = frozenset({'"', "''", "＂"})
_OPENS = frozenset("“„‟«‹「『〝") | {"``", "‘‘"}
_BRACKETS = frozenset("「」『』〝〞〟")
"""Marks that are never turned round."""
_ENDS = frozenset(".,;:?!)]…—–-”’")
_BEFORE = frozenset("([—–-/“„«‘")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_TALL = 6


def is_measure(body: str, mark: re.Match[str], *, pending: bool) -> bool:
    """Whether a mark after a figure stands for inches: 6'2", or a 12" pipe where no quotation is open."""
    at = mark.start()
    if mark.group() not in ('"', "”", "''") or not at or not body[at - 1].isdigit():
        return False
    return not pending or _FEET.search(body, max(0, at - _TALL), at) is not None


def opens(body: str, mark: re.Match[str], paragraph: Span, pending: str) -> bool:
    """Whether a mark opens a quotation; ``pending`` is the mark that has opened the present one, if any.

    A mark of two shapes is believed, save where its place says the contrary: “so“, »so«, „so“ and ”so”.
    """
    kind = mark.group()
    before = body[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = body[mark.end()] if mark.end() < paragraph.end else " "
    starts = before.isspace() or before in _BEFORE
    if kind in STRAIGHT:
        return starts and not after.isspace()
    if kind in _BRACKETS:
        return kind in _OPENS
    if kind in _OPENS:
        stuck = not starts and (after.isspace() or after in _ENDS)
        return not (pending and (stuck or (pending == "„" and kind == "“")))
    return not pending and starts and (after.isalnum() or after in "‘'$£€[")
