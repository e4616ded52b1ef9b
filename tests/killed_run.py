"""A run of ``read`` that kills itself at a given moment: ``killed_run.py MOMENT RECORD SOURCE...``."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord import pipeline
from onrecord.model.mention import Token
from onrecord.pipeline import rules
from onrecord.store import opening, writing


class NoParser:
    """Takes no sentence apart; the rules that need no parse still read."""

    name = "none"

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        return [() for _ in texts]


def no_parser() -> NoParser:
    """Make one."""
    return NoParser()


def die(*_: object) -> None:
    """What a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    rules._shipped = lambda: "the rules"
    moment, record, *sources = sys.argv[1:]

    def progress(stage: str, done: int, total: int) -> None:
        if moment == f"{stage} {done}" or (moment == f"{stage} end" and done == total):
            die()

    if moment == "making":
        opening._upgrade = die
    elif moment == "writing documents":
        writing._write_articles = die
    elif moment == "writing entries":
        writing._write_entries = die
    elif moment == "last row":
        add = writing._add
        writing._add = lambda connection, table, cells: (
            die() if table.name == "notices" else add(connection, table, cells)
        )
    pipeline.read(sources, Path(record), progress=progress, make_parser=no_parser)
    if moment == "done":
        die()


if __name__ == "__main__":
    main()
