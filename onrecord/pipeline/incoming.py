"""What came in, joined with what the record holds of it: the same bytes are one document, under all their names."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice
from onrecord.store import Holdings

ORDER = ("manifest", "row", "page")
"""Who gives hints, the one to be trusted most first."""


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of a run, by SHA-256, with all names and hints known of them, and the notices of taking them in.

    ``new`` are those that the record does not hold; ``changed`` all that must be written.
    """

    documents: Mapping[str, Document]
    new: frozenset[str]
    changed: frozenset[str]
    notices: tuple[Notice, ...]


def join(came: Iterable[Document | Notice], held: Holdings) -> Incoming:
    """The documents that came in, each once, with the names and hints of the record before those that came now."""
    documents: dict[str, Document] = {}
    notices: list[Notice] = []
    for one in came:
        if isinstance(one, Notice):
            notices.append(one)
            continue
        before = documents.get(one.sha256)
        names = before.names if before else held.names.get(one.sha256, ())
        hints = before.hints if before else held.hints.get(one.sha256, ())
        documents[one.sha256] = msgspec.structs.replace(
            one, names=tuple(dict.fromkeys((*names, *one.names))), hints=joined(hints, one.hints)
        )
    new = frozenset(sha256 for sha256 in documents if sha256 not in held.names)
    changed = frozenset(
        sha256
        for sha256, document in documents.items()
        if sha256 in new
        or document.names != held.names[sha256]
        or document.hints != held.hints.get(sha256, ())
        or _other_text(document, held)
    )
    return Incoming(documents=documents, new=new, changed=changed, notices=tuple(dict.fromkeys(notices)))


def _other_text(document: Document, held: Holdings) -> bool:
    """Whether other text is taken from the same bytes than before (by a newer intake)."""
    article = held.articles.get(document.sha256)
    return article is not None and article.text != document.text


def joined(old: Sequence[Hints], new: Sequence[Hints]) -> tuple[Hints, ...]:
    """Hints of both, one for each giver: a later manifest corrects an earlier one, other givers only fill blanks."""
    found = {hints.where: hints for hints in old}
    for hints in new:
        before = found.get(hints.where)
        if before is not None:
            first, second = (hints, before) if hints.where == "manifest" else (before, hints)
            hints = Hints(**{name: getattr(first, name) or getattr(second, name) for name in Hints.__struct_fields__})
        if any(getattr(hints, name) for name in Hints.__struct_fields__ if name != "where"):
            found[hints.where] = hints
    return tuple(sorted(found.values(), key=_trust))


def _trust(hints: Hints) -> tuple[int, str]:
    return (ORDER.index(hints.where) if hints.where in ORDER else len(ORDER)), hints.where
