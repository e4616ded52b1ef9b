"""Our types as rows of the tables, and back."""

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import Row

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, assertion_id, kind_of, slots_of
from onrecord.model.days import Days
from onrecord.model.document import Document, Hints
from onrecord.model.entry import Conflict, Entry
from onrecord.store.facets import holds

Cell = str | int | bytes | None
Cells = dict[str, Cell]
Raw = Row[tuple[object, ...]]

_decode_article = msgspec.json.Decoder(Article).decode
_decode_assertion: msgspec.json.Decoder[AnyAssertion] = msgspec.json.Decoder(AnyAssertion)
_decode_hints = msgspec.json.Decoder(Hints).decode
_decode_days = msgspec.json.Decoder(Days | None).decode
_decode_sides = msgspec.json.Decoder(tuple[tuple[str, tuple[str, ...]], ...]).decode


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def article_cells(article: Article, *, cleaned: str, read: str) -> Cells:
    """An article as a row; its text stays with the document."""
    days = article.published.days if article.published else Days()
    bare = msgspec.structs.replace(article, text="", body="")
    return {
        "doc": article.doc,
        "headline": article.headline.value if article.headline else "",
        "body": article.body,
        "outlet": article.outlet.value if article.outlet else "",
        "agency": article.agency.value if article.agency else "",
        "published_first": _iso(days.first),
        "published_last": _iso(days.last),
        "header": _json(bare),
        "cleaned": cleaned,
        "read": read,
    }


def article_of(row: Raw) -> Article:
    """The article of a row of ``articles`` joined with its document's ``text``."""
    return msgspec.structs.replace(_decode_article(row.header), text=row.text, body=row.body)


def assertion_cells(assertion: AnyAssertion) -> Cells:
    """An assertion as a row: what all have in columns, slots and the steps of ``via`` as JSON."""
    filled = {name: getattr(assertion, name) for name in (*slots_of(type(assertion)), "steps")}
    return {
        "id": assertion_id(assertion),
        "doc": assertion.doc,
        "kind": kind_of(assertion),
        "start": assertion.start,
        "end": assertion.end,
        "exact": assertion.exact,
        "certainty": assertion.certainty,
        "via": _json(assertion.via),
        "rule": assertion.rule,
        "slots": _json({name: value for name, value in filled.items() if value is not None and value != ()}),
    }


def assertion_of(row: Raw) -> AnyAssertion:
    """The assertion of a row of ``assertions``."""
    slots: dict[str, object] = msgspec.json.decode(row.slots)
    cells = {
        "kind": row.kind,
        "doc": row.doc,
        "start": row.start,
        "end": row.end,
        "exact": row.exact,
        "certainty": row.certainty,
        "via": msgspec.json.decode(row.via),
        "rule": row.rule,
        **slots,
    }
    made: AnyAssertion = msgspec.convert(cells, AnyAssertion)
    return made


def entry_cells(entry: Entry, position: int) -> Cells:
    """An entry as a row; supports, conflicts and what it can be asked for stand in tables of their own."""
    said = entry.said or Days()
    days = holds(entry) or Days()
    return {
        "id": entry.id,
        "position": position,
        "kind": entry.kind,
        "best": _json(entry.best),
        "reports": entry.reports,
        "said_first": _iso(said.first),
        "said_last": _iso(said.last),
        "said": _json(entry.said),
        "holds_first": _iso(days.first),
        "holds_last": _iso(days.last),
    }


def entry_of(row: Raw, supports: Sequence[str], conflicts: Sequence[Conflict]) -> Entry:
    """The entry of a row of ``entries`` with its rows of the other tables."""
    return Entry(
        id=row.id,
        kind=row.kind,
        best=_decode_assertion.decode(row.best),
        supports=tuple(supports),
        reports=row.reports,
        said=_decode_days(row.said),
        conflicts=tuple(conflicts),
    )


def conflict_of(row: Raw) -> Conflict:
    """The conflict of a row of ``conflicts``."""
    return Conflict(slot=row.slot, sides=_decode_sides(row.sides), with_entry=row.with_entry, reason=row.reason)


def conflict_cells(entry: str, position: int, conflict: Conflict) -> Cells:
    """A conflict as a row."""
    return {
        "entry": entry,
        "position": position,
        "slot": conflict.slot,
        "sides": _json(conflict.sides),
        "with_entry": conflict.with_entry,
        "reason": conflict.reason,
    }


def document_of(row: Raw, names: Sequence[str], hints: Sequence[Hints]) -> Document:
    """The document of a row of ``documents`` with its names and hints."""
    return Document(
        sha256=row.sha256,
        names=tuple(names),
        media_type=row.media_type,
        content=row.content,
        text=row.text,
        hints=tuple(hints),
    )


def hints_cells(sha256: str, position: int, hints: Hints) -> Cells:
    """Hints as a row."""
    return {"sha256": sha256, "position": position, "given": _json(hints)}


def hints_of(row: Raw) -> Hints:
    """The hints of a row of ``hints``."""
    return _decode_hints(row.given)
