"""Reads the case files for people (``tests/cases/<reader>.txt``) and compares what was found with what they expect.

A case is a title, the article's day (if it has one), its text with marks, and one line for each assertion expected:

    # a surplus with its base
    day 2025-05-27
    [1 Norland had a trade surplus of $5 billion last year 1], customs said.
    1 figure metric=trade-balance value=5e9 period=2024

No mark, no finding. Marks nest; one mark may carry several lines. Each line of text is a paragraph. Days are written
in EDTF (``2024``, ``2025-05-27``, ``2025-05-01/2025-05-10~``), lists with commas, words with blanks in quotation marks,
and ``-`` where a slot must be empty. Slots that a line leaves out are not compared.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.model.article import Article, Piece, Published
from onrecord.model.assertion import AnyAssertion, kind_of
from onrecord.model.days import Days
from onrecord.model.page import Page
from onrecord.model.span import Span

FOLDER = Path(__file__).parent / "cases"
_MARK = re.compile(r"\[(\d+) ?| ?(\d+)\]")
_EXPECTED = re.compile(r"^(\d+) ([a-z]+)((?:\s+\w+=.*)?)$")


@dataclass(frozen=True)
class Expected:
    """One line under a case: what its mark means."""

    span: Span
    kind: str
    slots: dict[str, str]


@dataclass(frozen=True)
class Case:
    """A text without its marks, its day, and what it says."""

    title: str
    day: date | None
    body: str
    expected: tuple[Expected, ...] = field(default=())

    def article(self) -> Article:
        """The case as an article: all of its text is its own."""
        paragraphs = []
        at = 0
        for piece in self.body.split("\n"):
            paragraphs.append(Span(start=at, end=at + len(piece)))
            at += len(piece) + 1
        days = Days(first=self.day, last=self.day) if self.day else None
        return Article(
            doc="case",
            name=self.title,
            text=self.body,
            body=self.body,
            pieces=(Piece(0, 0, len(self.body)),),
            paragraphs=tuple(paragraphs),
            published=Published(days=days, where="row") if days else None,
        )

    def page(self) -> Page:
        """All that is found in the case, by the real parser."""
        from onrecord import find
        from onrecord.find.parse import parser

        return find.page(self.article(), parser())


@cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of ``tests/cases/<name>.txt``."""
    blocks = re.split(r"(?m)^# ", (FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    return tuple(_case(block) for block in blocks[1:])


def phrasings(name: str) -> Iterator[tuple[date | None, str, str]]:
    """The lines ``meaning = phrasing | phrasing`` of ``tests/cases/<name>.txt``: day, meaning and each phrasing."""
    day: date | None = None
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("day "):
            day = None if line == "day unknown" else date.fromisoformat(line[4:])
        elif line and not line.startswith("#"):
            wanted, _, said = line.partition(" = ")
            for phrasing in said.split(" | "):
                yield day, wanted.strip(), phrasing.strip()


def _case(block: str) -> Case:
    title, _, rest = block.partition("\n")
    day: date | None = None
    text: list[str] = []
    expected: list[tuple[str, str, dict[str, str]]] = []
    for line in rest.splitlines():
        if line.startswith("day ") and not text:
            day = date.fromisoformat(line.removeprefix("day ").strip())
        elif (match := _EXPECTED.match(line)) and text:
            slots = dict(item.split("=", 1) for item in shlex.split(match[3] or ""))
            expected.append((match[1], match[2], slots))
        elif line.strip():
            assert not expected, f"{title}: text after the expected lines: {line!r}"
            text.append(line.strip())
    body, marks = _unmarked("\n".join(text), title)
    unused = set(marks) - {mark for mark, _, _ in expected}
    assert not unused, f"{title}: marks {sorted(unused)} have no line"
    return Case(title, day, body, tuple(Expected(marks[mark], kind, slots) for mark, kind, slots in expected))


def _unmarked(text: str, title: str) -> tuple[str, dict[str, Span]]:
    body = ""
    at = 0
    opened: dict[str, int] = {}
    marks: dict[str, Span] = {}
    for match in _MARK.finditer(text):
        body += text[at : match.start()]
        at = match.end()
        if match[1]:
            opened[match[1]] = len(body)
        else:
            assert match[2] in opened, f"{title}: the mark {match[2]} closes and was never opened"
            marks[match[2]] = Span(start=opened.pop(match[2]), end=len(body))
    assert not opened, f"{title}: the marks {sorted(opened)} are not closed"
    return body + text[at:], marks


def written(value: object) -> str:
    """A slot's value as a case file writes it."""
    if value is None or value in ("", ()):
        return "-"
    if isinstance(value, Days):
        return value.edtf
    if isinstance(value, tuple):
        return ",".join(str(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def same(expected: str, got: object) -> bool:
    """Whether a slot has the value that a case file writes."""
    if isinstance(got, int | float) and not isinstance(got, bool):
        try:
            return abs(float(expected) - float(got)) <= 1e-6 * max(1.0, abs(float(got)))
        except ValueError:
            return False
    return expected == written(got)


def complaints(case: Case, found: Iterable[AnyAssertion], kinds: Sequence[str] = ()) -> list[str]:
    """How ``found`` differs from what the case expects: not found, another value, found too much.

    Only assertions of ``kinds`` are compared (all kinds if none is named). A finding belongs to an expected line
    when their spans share at least half of the shorter; of several, the one that agrees on most slots is taken.
    """
    left = [assertion for assertion in found if not kinds or kind_of(assertion) in kinds]
    said: list[str] = []
    pairs = sorted(
        (
            (
                sum(same(value, getattr(got, slot)) for slot, value in want.slots.items()),
                _overlap(want.span, got),
                i,
                j,
            )
            for i, want in enumerate(case.expected)
            for j, got in enumerate(left)
            if kind_of(got) == want.kind and _overlap(want.span, got) >= 0.5
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for *_, i, j in pairs:
        if i not in partner and j not in partner.values():
            partner[i] = j
    for i, want in enumerate(case.expected):
        if kinds and want.kind not in kinds:
            continue
        words = want.span.of(case.body)
        if i not in partner:
            said.append(f"not found: {want.kind} {words!r}")
            continue
        got = left[partner[i]]
        said.extend(
            f"another value: {want.kind} {words!r}: {slot} is {written(getattr(got, slot))}, expected {value}"
            for slot, value in want.slots.items()
            if not same(value, getattr(got, slot))
        )
    said.extend(
        f"found too much: {kind_of(got)} {got.exact!r} {got}" for j, got in enumerate(left) if j not in partner.values()
    )
    return said


def _overlap(span: Span, got: AnyAssertion) -> float:
    shared = min(span.end, got.end) - max(span.start, got.start)
    return shared / max(1, min(span.end - span.start, got.end - got.start))


def check(case: Case, found: Iterable[AnyAssertion], kinds: Sequence[str] = ()) -> None:
    """Fail with every difference between ``found`` and the case."""
    said = complaints(case, found, kinds)
    assert not said, "\n".join([case.title, *said])
