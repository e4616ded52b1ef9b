"""JSON lines, packed or not: each row with a text or a page is a document."""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from onrecord.intake.decoding import NotText, decode
from onrecord.intake.html import main_text
from onrecord.intake.limits import FREE_UNPACKED, LARGEST_FILE, LARGEST_TEXT, MOST_BAD, MOST_BLANK, MOST_UNPACKED
from onrecord.intake.notices import notice
from onrecord.intake.pagemeta import page_hints
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a row that are used; others are passed over."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    published: str | None = None
    date: str | None = None
    title: str | None = None
    headline: str | None = None
    outlet: str | None = None
    source: str | None = None
    agency: str | None = None
    language: str | None = None
    author: str | None = None


_ROW = msgspec.json.Decoder(Row)


class _Counted:
    """A packed stream, counting the bytes that were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        got = self._stream.read(size)
        self.taken += len(got)
        return got


def rows(stream: BinaryIO, name: str, packed: bool, hints: tuple[Hints, ...] = ()) -> Iterator[Document | Notice]:
    """The documents of a stream's rows, named ``name#number`` from 1 on; a row's own bytes are those of its line."""
    counted = _Counted(stream)
    lines = gzip.GzipFile(fileobj=cast(BinaryIO, counted), mode="rb") if packed else stream
    number = unpacked = blank = bad = 0
    good = False
    while True:
        try:
            line = lines.readline(LARGEST_FILE + 1)
        except (OSError, EOFError, zlib.error) as error:
            if number:
                yield notice(name, f"it breaks off after row {number} ({error})", "warning")
            else:
                yield notice(name, f"it is no packed file that can be opened ({error})")
            return
        if not line:
            break
        number += 1
        unpacked += len(line)
        if len(line) > LARGEST_FILE:
            yield notice(
                f"{name}#{number}", f"the row is longer than {LARGEST_FILE:,} bytes: the file is not read further"
            )
            return
        if packed and unpacked > FREE_UNPACKED and unpacked > MOST_UNPACKED * counted.taken:
            yield notice(name, f"it unpacks to more than {MOST_UNPACKED} times its size: not read past row {number}")
            return
        line = line.rstrip(b"\r\n")
        blank = 0 if line.strip() else blank + 1
        if blank > MOST_BLANK:
            yield notice(name, f"more than {MOST_BLANK:,} blank lines in a row: not read past row {number}")
            return
        if blank:
            continue
        read = _row(line, f"{name}#{number}", hints)
        good = good or any(isinstance(one, Document) for one in read)
        yield from read
        bad = 0 if good else bad + 1
        if bad == MOST_BAD:
            yield notice(
                name, f"none of its first {bad} rows can be used: not read further; is it JSON, one row a line?"
            )
            return
    if not unpacked:
        yield notice(name, "it is empty")


def _row(line: bytes, name: str, hints: tuple[Hints, ...]) -> list[Document | Notice]:
    try:
        row = _ROW.decode(decode(line).text)
    except NotText as error:
        return [notice(name, str(error))]
    except (msgspec.DecodeError, RecursionError) as error:
        return [notice(name, f"the row is no JSON object with texts in its fields ({error})")]
    own = Hints(
        published=row.published or row.date or "",
        outlet=row.outlet or row.source or "",
        agency=row.agency or "",
        language=row.language or "",
        title=row.title or row.headline or "",
        author=row.author or "",
        url=row.url or "",
        where="row",
    )
    text, warning, page = row.text or "", "", ()  # type: tuple[str, str, tuple[Hints, ...]]
    if not text.strip() and row.html:
        text, warning = main_text(row.html)
        page = (page_hints(row.html),)
    if not text.strip():
        return [notice(name, "the row has neither a text nor a page with text")]
    if len(text) > LARGEST_TEXT:
        return [notice(name, f"its text has {len(text):,} characters, more than the {LARGEST_TEXT:,} that are read")]
    document = Document.of(line, name=name, media_type="application/json", text=text, hints=(*hints, own, *page))
    return [notice(name, warning, "warning"), document] if warning else [document]
