"""Walks paths and folders: which files there are, in a fixed order."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from onrecord.intake.kinds import by_name
from onrecord.intake.notices import notice
from onrecord.model.notice import Notice

STDIN = "-"


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file to read. ``name`` is its path inside the folder that was given, or its own name if it was given itself."""

    path: Path
    name: str


def files(sources: Sequence[str], leave_out: Path | None = None) -> Iterator[File | Notice]:
    """The files of ``sources`` (paths of files and folders), each folder in the order of its names.

    In a folder only files of known kinds and files without a suffix are taken; the others, links that lead nowhere and
    folders that lead back to themselves are notices. ``leave_out`` (the manifest) is passed over in silence.
    """
    passed = _identity(leave_out) if leave_out is not None else None
    for source in sources:
        if source == STDIN:
            yield File(path=Path(STDIN), name=STDIN)
            continue
        path = Path(source)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield notice(source, _reason(error))
            continue
        if stat.S_ISDIR(mode):
            inside = _folder(path, "", frozenset(), passed)
            first = next(inside, None)
            yield first if first is not None else notice(source, "the folder is empty")
            yield from inside
        elif stat.S_ISREG(mode):
            yield File(path=path, name=path.name)
        else:
            yield notice(source, "it is neither a file nor a folder")


def _folder(
    folder: Path, prefix: str, above: frozenset[tuple[int, int]], passed: tuple[int, int] | None
) -> Iterator[File | Notice]:
    own = _identity(folder)
    if own is None or own in above:
        yield notice(prefix.rstrip("/") or str(folder), "this folder leads back into itself: not read again", "warning")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield notice(prefix.rstrip("/") or str(folder), _reason(error))
        return
    for entry in entries:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield notice(
                name, f"a link that leads nowhere ({_reason(error)})" if entry.is_symlink() else _reason(error)
            )
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(Path(entry.path), name + "/", above | {own}, passed)
        elif not stat.S_ISREG(mode):
            yield notice(name, "it is neither a file nor a folder")
        elif passed is not None and _identity(Path(entry.path)) == passed:
            continue
        elif by_name(entry.name) is not None or "." not in entry.name:
            yield File(path=Path(entry.path), name=name)
        else:
            yield notice(name, f"files ending in {Path(entry.name).suffix} are not read", "info")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "you may not read it (permission denied)"
    return str(getattr(error, "strerror", None) or error)
