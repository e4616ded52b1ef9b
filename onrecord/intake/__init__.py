"""Bytes to documents: the only place that meets foreign formats."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.intake import html, jsonl, manifest, pdf, text
from onrecord.intake.files import STDIN, File, files
from onrecord.intake.kinds import Kind, by_content, by_name
from onrecord.intake.limits import LARGEST_FILE, SNIFFED
from onrecord.intake.notices import notice
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice

_READERS: dict[Kind, Callable[[bytes, str, tuple[Hints, ...]], list[Document | Notice]]] = {
    "text": text.read,
    "html": html.read,
    "pdf": pdf.read,
}


def documents(
    sources: Sequence[str], *, manifest: Path | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Notice]:
    """The documents of files, folders and (``-``) standard input, each as it came, in a fixed order.

    What cannot be read is a notice that names it and the reason; the rest goes on. The same bytes under two names are
    given twice. ``manifest`` is a CSV table with what is known of the files from elsewhere.
    """
    known = _manifest(manifest)
    yield from known.notices
    used: set[str] = set()
    for found in files(sources, manifest):
        if isinstance(found, Notice):
            yield found
            continue
        yield from _file(found, known.hints(found.name), stdin)
        key = known.named(found.name)
        if key is not None:
            used.add(key)
    for name in known.rows:
        if name not in used:
            yield notice(str(manifest), f"{name} is named there, but is not among the files that were read", "info")


def _manifest(path: Path | None) -> manifest.Manifest:
    return manifest.read(path) if path is not None else manifest.Manifest()


def _file(file: File, hints: tuple[Hints, ...], stdin: BinaryIO | None) -> Iterator[Document | Notice]:
    """The documents of one file or of standard input."""
    if file.name == STDIN:
        given = stdin if stdin is not None else sys.stdin.buffer
        yield from _stream(_peekable(given), STDIN, None, hints)
        return
    try:
        with file.path.open("rb") as stream:
            yield from _stream(stream, file.name, by_name(file.name), hints)
    except PermissionError:
        yield notice(file.name, "you may not read it (permission denied)")
    except OSError as error:
        yield notice(file.name, error.strerror or str(error))


def _peekable(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def _stream(
    stream: io.BufferedReader, name: str, kind: Kind | None, hints: tuple[Hints, ...]
) -> Iterator[Document | Notice]:
    kind = kind or by_content(stream.peek(SNIFFED)[:SNIFFED])
    if kind in ("jsonl", "packed"):
        yield from jsonl.rows(stream, name, kind == "packed", hints)
        return
    content = stream.read(LARGEST_FILE + 1)
    if not content.strip():
        yield notice(name, "it is empty")
    elif len(content) > LARGEST_FILE:
        yield notice(name, f"it is larger than the {LARGEST_FILE:,} bytes that are read")
    else:
        yield from _READERS[kind](content, name, hints)
