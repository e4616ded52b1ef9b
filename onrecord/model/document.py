"""A document: the bytes that came in, kept as they came."""

from hashlib import sha256
from typing import Literal, Self

import msgspec

MediaType = Literal["text/plain", "text/html", "application/pdf", "application/json"]


class Hints(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came *with* a document and not in its own words: a manifest row, or the other fields of a JSONL row.

    A blank means unknown. ``where`` says who gave it: ``manifest``, ``row`` or ``page`` (meta data of an HTML page).
    """

    published: str = ""
    outlet: str = ""
    agency: str = ""
    language: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    where: str = ""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes named by their SHA-256, and the text taken from them.

    For plain text, ``text`` is the decoded bytes, unchanged but for the byte order mark; for HTML, PDF and JSONL
    rows it is the text taken out. All spans of the record are offsets, in characters, in ``text``.
    ``names`` are the file names under which the same bytes came (a JSONL row is ``file#row``); exports use the first.
    """

    sha256: str
    names: tuple[str, ...]
    media_type: MediaType
    content: bytes
    text: str
    hints: tuple[Hints, ...] = ()

    @classmethod
    def of(cls, content: bytes, *, name: str, media_type: MediaType, text: str, hints: tuple[Hints, ...] = ()) -> Self:
        """A document from the bytes that came under ``name``."""
        digest = sha256(content).hexdigest()
        return cls(sha256=digest, names=(name,), media_type=media_type, content=content, text=text, hints=hints)

    @property
    def name(self) -> str:
        """The name that exports and screens show."""
        return self.names[0]
