"""Runs ``tests/stories/*.txt``: days with what arrived, then questions, with what must and must not be answered.

A story is a title, then for every article its day, its file name and its paragraphs, an empty line, and questions:
``ask KIND [on DAY] [as-of DAY]`` with lines ``+`` (an entry has these slots) and ``-`` (none has). Besides slots a line
may ask for ``reports`` (independent ones) and ``conflict`` (a reason that stands with it).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from casefile import same

from onrecord import pipeline
from onrecord.model.entry import Entry
from onrecord.store import Database

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
_ARRIVAL = re.compile(r"(\d{4}-\d\d-\d\d) (\S+\.txt)$")
_QUESTION = re.compile(r"ask (\w+)(?: on (\S+))?(?: as-of (\S+))?$")


@dataclass
class Question:
    kind: str
    on: date | None
    as_of: date | None
    lines: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def _read(path: Path) -> tuple[dict[str, tuple[str, list[str]]], list[Question]]:
    arrivals: dict[str, tuple[str, list[str]]] = {}
    questions: list[Question] = []
    paragraphs: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if match := _ARRIVAL.match(line):
            paragraphs = []
            arrivals[match.group(2)] = (match.group(1), paragraphs)
        elif match := _QUESTION.match(line):
            days = [date.fromisoformat(day) if day else None for day in match.groups()[1:]]
            questions.append(Question(match.group(1), *days))
        elif line[0] in "+-" and questions:
            slots = dict(part.split("=", 1) for part in line[1:].split())
            questions[-1].lines.append((line[0], slots))
        else:
            paragraphs.append(line)
    return arrivals, questions


def _has(entry: Entry, slots: dict[str, str]) -> bool:
    for name, wanted in slots.items():
        if name == "reports":
            if entry.reports != int(wanted):
                return False
        elif name == "conflict":
            if not any(conflict.reason.startswith(wanted) for conflict in entry.conflicts):
                return False
        elif not same(wanted, getattr(entry.best, name)):
            return False
    return True


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path):
    arrivals, questions = _read(path)
    assert arrivals and questions
    pile = tmp_path / "pile"
    pile.mkdir()
    rows = ["file,published"]
    for name, (day, paragraphs) in arrivals.items():
        (pile / name).write_text("\n".join(paragraphs) + "\n", "utf-8")
        rows.append(f"{name},{day}")
    (tmp_path / "manifest.csv").write_text("\n".join(rows) + "\n", "utf-8")
    pipeline.read([str(pile)], tmp_path / "story.record", manifest=tmp_path / "manifest.csv")
    with Database.open(tmp_path / "story.record") as record:
        for question in questions:
            entries = pipeline.entries(record, kind=question.kind, on=question.on, as_of=question.as_of)
            for sign, slots in question.lines:
                found = [entry for entry in entries if _has(entry, slots)]
                told = "\n".join(f"{entry.id} {entry.best}" for entry in entries)
                assert bool(found) == (sign == "+"), f"{sign} {slots} of\n{told}"
