"""Where an article comes from: outlet, agency, writer, place and day, each with where that was found.

What came with a document goes first (a manifest, then the row it stood in, then the page's own meta data), then what
its text says; a day that only the address carries goes last.
"""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.clean.published import hinted, in_address
from onrecord.knowledge.outlets import outlet_at, outlet_named
from onrecord.model.article import Found, Published
from onrecord.model.days import Days
from onrecord.model.document import Hints
from onrecord.model.span import Span

_ORDER = ("manifest", "row", "page", "")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the text itself says of one value, and where it stands in the document's text.

    ``wire`` is set where only an agency stands so ("OSLO, May 3 (Nordwire) --"), also one that no table names.
    """

    value: str
    span: Span | None
    reason: str
    wire: bool = False


def ordered(hints: Iterable[Hints]) -> list[Hints]:
    """Hints by who gave them, the surest first."""
    return sorted(hints, key=lambda hint: _ORDER.index(hint.where) if hint.where in _ORDER else len(_ORDER))


def found(hints: Sequence[Hints], field: str, said: Sequence[Said] = ()) -> Found | None:
    """The value of a field of the hints, or else the first that the text says."""
    for hint in hints:
        value = str(getattr(hint, field)).strip()
        if value:
            return Found(value=value, where=hint.where or "row")
    return next((Found(value=one.value, where="text", span=one.span, reason=one.reason) for one in said), None)


def outlet(hints: Sequence[Hints], said: Sequence[Said]) -> Found | None:
    """The outlet: as hinted, else as the text names it, else by the domain of its address."""
    named = [msgspec.structs.replace(one, value=_full(one.value)) for one in said if not _agency(one)]
    value = found(hints, "outlet", named)
    if value is None:
        for hint in hints:
            row = outlet_at(hint.url) if hint.url else None
            if row is not None:
                return Found(value=row.name, where=hint.where or "row", reason="the domain of its address")
    return value


def agency(hints: Sequence[Hints], said: Sequence[Said]) -> Found | None:
    """The agency: as hinted, else as a dateline, byline or credit names it, else the outlet if that is an agency."""
    named = [msgspec.structs.replace(one, value=_full(one.value)) for one in said if _agency(one)]
    value = found(hints, "agency", named)
    if value is None:
        printed = outlet(hints, said)
        if printed is not None and _is_agency(printed.value):
            return Found(value=printed.value, where=printed.where, span=printed.span, reason="the outlet is an agency")
    return value


def published(hints: Sequence[Hints], said: tuple[Days, Span | None] | None) -> Published | None:
    """The day of publication: as hinted, else as a header line says, else as the address carries it."""
    for hint in hints:
        days = hinted(hint.published) if hint.published else None
        if days is not None:
            return Published(days=days, where=hint.where or "row")
    if said is not None:
        return Published(days=said[0], where="text", span=said[1], reason="a header line")
    for hint in hints:
        days = in_address(hint.url) if hint.url else None
        if days is not None:
            return Published(days=days, where=hint.where or "row", reason="its address")
    return None


def _agency(one: Said) -> bool:
    row = outlet_named(one.value)
    return one.wire if row is None else row.kind == "agency"


def _is_agency(name: str) -> bool:
    row = outlet_named(name)
    return row is not None and row.kind == "agency"


def _full(name: str) -> str:
    row = outlet_named(name)
    return row.name if row is not None else name
