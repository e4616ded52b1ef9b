"""What kind of file something is: by its suffix if that is known, else by its first bytes."""

import re
from typing import Literal

Kind = Literal["text", "html", "pdf", "jsonl", "packed"]
SUFFIXES: tuple[tuple[str, Kind], ...] = (
    (".jsonl.gz", "packed"),
    (".ndjson.gz", "packed"),
    (".jsonl", "jsonl"),
    (".ndjson", "jsonl"),
    (".txt", "text"),
    (".text", "text"),
    (".html", "html"),
    (".htm", "html"),
    (".xhtml", "html"),
    (".pdf", "pdf"),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|article|p)[\s>/]", re.IGNORECASE)


def by_name(name: str) -> Kind | None:
    """The kind that a file name promises; ``None`` if it promises nothing known."""
    lower = name.lower()
    return next((kind for suffix, kind in SUFFIXES if lower.endswith(suffix)), None)


def by_content(head: bytes) -> Kind:
    """The kind that the first bytes of a file show; plain text if nothing else."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"\x1f\x8b"):
        return "packed"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if bare.startswith(b"{") and re.match(rb'\{\s*"', bare):
        return "jsonl"
    if bare.startswith(b"<") and _PAGE.search(head):
        return "html"
    return "text"
