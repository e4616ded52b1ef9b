"""An article, opened: its text with asides and with what was read from it, as segments in the order of the text."""

from itertools import pairwise

import msgspec

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, assertion_id, kind_of
from onrecord.show import phrasing
from onrecord.show.views.notes import Note, notes
from onrecord.show.views.table import Line, Table
from onrecord.store import Database, state_names


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from a stretch of the text: the assertion's id, kind and line, and the entry that it supports."""

    id: str
    kind: str
    line: str
    entry: str
    start: int
    end: int
    rule: str = ""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text over which nothing changes: in an aside (with its reason) or not, and under which marks."""

    text: str
    aside: str = ""
    marks: tuple[str, ...] = ()


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its header as ``(name, value, where found)``, its segments and its marks.

    ``notes`` are its times, events and amounts, where they are asked for.
    """

    article: Article
    header: tuple[tuple[str, str, str], ...]
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...] = ()


def _with_chain(line: str, assertion: AnyAssertion) -> str:
    through = phrasing.through(assertion)
    return f"{line}, via {through}" if through else line


COLUMNS = ("kind", "what", "start", "end", "entry", "rule")


def opened(record: Database, doc: str, kept: frozenset[str] | None = None, *, why: bool = False) -> Opened:
    """The article of a document (its SHA-256) as it is shown; only marks of ``kept`` entries, if those are given.

    With ``why`` its times and amounts are found again, with what they were taken for and by which rule.
    """
    (article,) = record.articles([doc])
    entry_of = record.entries_of(doc)
    assertions = [one for one in record.assertions(doc) if kept is None or entry_of.get(assertion_id(one)) in kept]
    names = phrasing.Names(state_names())
    marks = tuple(
        Mark(
            id=assertion_id(assertion),
            kind=kind_of(assertion),
            line=_with_chain(names.line(assertion), assertion),
            entry=entry_of.get(assertion_id(assertion), ""),
            start=assertion.start,
            end=assertion.end,
            rule=assertion.rule,
        )
        for assertion in sorted(assertions, key=_place)
    )
    return Opened(
        article=article,
        header=tuple(_header(article)),
        segments=segments(article, marks),
        marks=marks,
        notes=notes(article) if why else (),
    )


def table(opened: Opened) -> Table:
    """What was read from an article as a table, a line for each mark."""
    return Table(
        name="article",
        title=opened.article.name,
        columns=COLUMNS,
        lines=tuple(
            Line(
                id=mark.id,
                cells=(mark.kind, mark.line, str(mark.start), str(mark.end), mark.entry, mark.rule),
                words=opened.article.text[mark.start : mark.end],
                doc=opened.article.name,
            )
            for mark in opened.marks
        ),
    )


def _place(assertion: AnyAssertion) -> tuple[int, int, str]:
    return assertion.start, -assertion.end, assertion_id(assertion)


def _header(article: Article) -> list[tuple[str, str, str]]:
    found = []
    if article.published:
        where = f"{article.published.where}: {article.published.reason}".rstrip(": ")
        found.append(("published", phrasing.days(article.published.days), where))
    for name in ("headline", "outlet", "agency", "byline", "dateline", "language", "url"):
        value = getattr(article, name)
        if value is not None:
            found.append((name, value.value, value.where))
    return found


def segments(article: Article, marks: tuple[Mark, ...]) -> tuple[Segment, ...]:
    """The document's text cut wherever an aside or a mark begins or ends; nothing is left out."""
    cuts = {0, len(article.text)}
    cuts.update(edge for aside in article.asides for edge in (aside.start, aside.end))
    cuts.update(edge for mark in marks for edge in (mark.start, mark.end))
    edges = sorted(cuts)
    begins: dict[int, list[Mark]] = {}
    for mark in marks:
        begins.setdefault(mark.start, []).append(mark)
    asides = sorted(article.asides)
    found = []
    open_marks: list[Mark] = []
    at = 0
    for start, end in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark.end > start] + begins.get(start, [])
        while at < len(asides) and asides[at].end <= start:
            at += 1
        aside = asides[at] if at < len(asides) and asides[at].start <= start else None
        found.append(
            Segment(
                text=article.text[start:end],
                aside=aside.why if aside else "",
                marks=tuple(mark.id for mark in open_marks),
            )
        )
    return tuple(found)
