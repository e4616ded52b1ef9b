"""The mark of the reading rules: when it changes, articles are read again."""

import importlib.metadata
import os
from functools import cache
from hashlib import sha256
from pathlib import Path

from onrecord import __version__
from onrecord.find.parse import DEFAULT_MODEL

HOME = Path(__file__).resolve().parent.parent
STAGES = ("model", "knowledge", "find", "clean", "lineage", "read", "merge")
"""The folders on which articles, assertions and entries depend."""
KINDS = frozenset({".py", ".csv", ".toml"})


def rules_version(parser: str) -> str:
    """A mark of all that decides what a record holds, 16 hexadecimal digits.

    It covers onrecord's version, its tables and rules, the user's own tables and the name of the parser.
    """
    mark = sha256(f"{__version__}\0{parser}\0".encode())
    mark.update(_shipped().encode())
    own = os.environ.get("ONRECORD_KNOWLEDGE", "")
    if own:
        mark.update(_folder(Path(own)).encode())
    return mark.hexdigest()[:16]


def parser_name() -> str:
    """The name and version of the parser that would be used, without loading it."""
    model = os.environ.get("ONRECORD_MODEL", "") or DEFAULT_MODEL
    folder = Path(model)
    if (folder / "meta.json").is_file():
        return f"{folder.name}-{sha256((folder / 'meta.json').read_bytes()).hexdigest()[:12]}"
    try:
        return f"{model}-{importlib.metadata.version(model)}"
    except importlib.metadata.PackageNotFoundError:
        return model


@cache
def _shipped() -> str:
    return "".join(_folder(HOME / stage) for stage in STAGES)


def _folder(folder: Path) -> str:
    """A mark of the tables and rules in a folder, by their names below it and their bytes."""
    mark = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in KINDS and path.is_file()):
        content = path.read_bytes()
        mark.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        mark.update(content)
    return mark.hexdigest()
