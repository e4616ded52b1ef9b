"""Bytes to documents: the only place that meets foreign formats."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice


def documents(
    sources: Sequence[str], *, manifest: Path | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Notice]:
    """The documents of files and folders, each as it came, with a notice for what could not be read."""
    rows: dict[str, dict[str, str]] = {}
    if manifest is not None:
        with manifest.open(encoding="utf-8", newline="") as lines:
            rows = {row["file"]: row for row in csv.DictReader(lines)}
    for source in sources:
        for path in sorted(Path(source).glob("*.txt")) if Path(source).is_dir() else [Path(source)]:
            content = path.read_bytes()
            row = rows.get(path.name, {})
            hints = Hints(
                published=row.get("published", ""),
                outlet=row.get("outlet", ""),
                agency=row.get("agency", ""),
                language=row.get("language", ""),
                where="manifest",
            )
            yield Document.of(content, name=path.name, media_type="text/plain", text=content.decode(), hints=(hints,))
