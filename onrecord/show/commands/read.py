"""``onrecord read``: documents into the record."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.show.commands.options import DEFAULT_RECORD, RecordFile
from onrecord.show.terminal import one_line, say

if TYPE_CHECKING:
    from onrecord.model.notice import Notice
    from onrecord.model.run import Run

FEW = 20
"""Notices of one kind that are printed; the rest is counted."""


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Files and folders: .txt, .html, .pdf, .jsonl, .jsonl.gz; - for standard input."
        ),
    ],
    record: RecordFile = DEFAULT_RECORD,
    manifest: Annotated[
        Path | None,
        typer.Option(
            "--manifest",
            "-m",
            metavar="CSV",
            help="What is known of the files: a CSV with a column file, and any of published (YYYY-MM-DD), outlet, "
            "agency, language. Blank cells mean unknown.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read with, when there is much to read."),
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read documents and add what they say to the record.

    The record is made if it is not there. A document that it holds already (the same bytes, under whatever name) is
    not read again; a folder can be given again and again, and only what is new in it is read. Copies of one report
    are found over the whole record.

    The record changes once, at the end. A run that is stopped, however hard, leaves the record as it was, and the
    next run takes up what it had done.

    What could not be read is listed with the reason, and the rest is read all the same. The exit code is 1 only if
    nothing could be read.

    For example:

      onrecord read articles/ --record trade.record

      onrecord read articles/ --manifest articles/manifest.csv

      onrecord read page.html report.pdf news.jsonl.gz --jobs 4

      curl -s https://example.org/story.html | onrecord read -

    """
    from onrecord import pipeline

    progress = _progress if sys.stderr.isatty() and not quiet else None
    try:
        run = pipeline.read(sources, record, manifest=manifest, stdin=sys.stdin.buffer, jobs=jobs, progress=progress)
    except KeyboardInterrupt:
        say("\nStopped. The record is as it was; the same command goes on from here.")
        raise typer.Exit(130) from None
    if progress:
        sys.stderr.write("\r\x1b[K")
    for line in _notices(run.notices, quiet=quiet):
        say(line)
    if not quiet:
        for line in summary(run, record):
            say(line)
    if run.documents == 0:
        say("Nothing could be read. Name files or folders that hold .txt, .html, .pdf or .jsonl files.")
        raise typer.Exit(1)


def _progress(stage: str, done: int, total: int) -> None:
    sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}")
    sys.stderr.flush()


def _notices(notices: "tuple[Notice, ...]", *, quiet: bool) -> list[str]:
    lines = []
    for level in ("error", "warning", "info"):
        told = [notice for notice in notices if notice.level == level and not (quiet and level != "error")]
        told.sort(key=lambda notice: (_counted(notice.about), notice.reason))
        lines += [one_line(f"{level}: {notice.about}: {notice.reason} ({notice.stage})") for notice in told[:FEW]]
        if len(told) > FEW:
            lines.append(f"{level}: and {len(told) - FEW} more")
    return lines


def _counted(name: str) -> list[tuple[int, str]]:
    """The parts of a name so that ``row#2`` comes before ``row#10``."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,18})", name)]


def summary(run: "Run", record: Path) -> list[str]:
    """What a run did, in a few lines."""
    if not run.documents:
        return []
    news = "nothing new" if not run.changed else f"{run.new} new, {run.unchanged} known"
    resumed = f", {run.resumed} taken up from a run that was stopped" if run.resumed else ""
    kinds = ", ".join(f"{_many(count, kind)}" for kind, count in run.assertions.items())
    return [
        f"{_many(run.documents, 'document')}: {news}; {_many(run.read, 'article')} read{resumed}.",
        f"{record} holds {_many(run.articles, 'article')} in {_many(run.reports, 'report')}: {kinds}; "
        f"{_many(run.entries, 'entry')}.",
    ]


def _many(count: int, name: str) -> str:
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{count} {name if count == 1 else plural}"
