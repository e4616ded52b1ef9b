"""Parses are kept with the record: small, the same when taken out, and each sentence is parsed once."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.find.parse import packed, parser, unpacked
from onrecord.model.mention import Token
from onrecord.store import Database

SHARED = "Norway said it would sell more tea."


class Counting:
    """Takes no sentence apart, and writes down what it is given: a file tells it over processes."""

    name = "counting"
    log = Path()

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        with self.log.open("a", encoding="utf-8") as out:
            out.writelines(f"{text}\n" for text in texts)
        return [() for _ in texts]


class Other(Counting):
    """Another parser."""

    name = "other"


def counting() -> Counting:
    """Make one."""
    return Counting()


def other() -> Other:
    """Make one."""
    return Other()


def kept_in(record: Path) -> int:
    """How many parses a record keeps."""
    with closing(sqlite3.connect(record)) as raw:
        (count,) = raw.execute("SELECT count(*) FROM parses").fetchone()
    return int(count)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "parsed.txt"
    path.touch()
    monkeypatch.setattr(Counting, "log", path)
    return path


def pile(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"{SHARED}\n\nGrower {number} said the tea was cold.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "text",
    [
        "The talks on tea would resume in June, two papers reported, citing an unnamed official.",
        "Seoul said\tit would   wait — “now”.",
        "They can't say; 東京 said 1,5 % 😀.",
        "",
    ],
)
def test_a_parse_comes_out_as_it_went_in(text: str) -> None:
    (tokens,) = parser().parse([text])
    assert unpacked(text, packed(text, tokens)) == tokens


def test_a_parse_is_small_and_bound_to_its_text() -> None:
    text = "Norway asked Peru to lift its duty on herring by the end of June, a minister said on Friday."
    kept = packed(text, parser().parse([text])[0])
    assert len(kept) < 3 * len(text)
    with pytest.raises(ValueError, match="not of the sentence"):
        unpacked(text[:20], kept)


def test_labels_of_another_parser_are_kept() -> None:
    token = Token(
        start=0, end=3, text="Tea", lemma="tea", pos="SUBST", tag="x.y", dep="obl:arg", head=0, entity="B-PER"
    )
    assert unpacked("Tea", packed("Tea", [token])) == (token,)


def test_each_sentence_is_parsed_once_however_many_articles_print_it(tmp_path: Path, log: Path) -> None:
    folder, record = pile(tmp_path / "pile", 9), tmp_path / "trade.record"
    pipeline.read([str(folder)], record, make_parser=counting)
    lines = log.read_text("utf-8").splitlines()
    assert sorted(lines) == sorted([SHARED, *(f"Grower {number} said the tea was cold." for number in range(9))])

    (folder / "more.txt").write_text(f"{SHARED}\n\nThe mill said no.\n", encoding="utf-8")
    pipeline.read([str(folder)], record, make_parser=counting)
    assert log.read_text("utf-8").splitlines() == [*lines, "The mill said no."]


def test_new_rules_read_again_without_the_parser(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, record = pile(tmp_path / "pile", 3), tmp_path / "trade.record"
    pipeline.read([str(folder)], record, make_parser=counting)
    before = log.read_text("utf-8")
    monkeypatch.setattr("onrecord.pipeline.rules._shipped", lambda: "newer rules")
    run = pipeline.read([str(folder)], record, make_parser=counting)
    assert run.read == 3
    assert log.read_text("utf-8") == before


def test_another_parser_parses_anew_and_the_old_parses_go(tmp_path: Path, log: Path) -> None:
    folder, record = pile(tmp_path / "pile", 3), tmp_path / "trade.record"
    pipeline.read([str(folder)], record, make_parser=counting)
    first = log.read_text("utf-8")
    pipeline.read([str(folder)], record, make_parser=other)
    assert sorted(log.read_text("utf-8").removeprefix(first).splitlines()) == sorted(first.splitlines())
    assert kept_in(record) == 4


def test_more_processes_parse_no_sentence_twice(tmp_path: Path) -> None:
    folder = pile(tmp_path / "pile", 45)
    kept = []
    for jobs in (1, 2):
        record = tmp_path / f"{jobs}.record"
        run = pipeline.read([str(folder)], record, jobs=jobs)
        with Database.open(record) as database:
            kept.append((run.assertions, database.assertions(), kept_in(record)))
    assert kept[0] == kept[1]
    assert kept[0][2] == 46


@pytest.mark.parametrize("damage", ["substr(parse, 1, 9)", "x''", "x'00ff'", "(SELECT max(parse) FROM parses)"])
def test_a_damaged_parse_costs_a_parse_and_no_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    folder, record = pile(tmp_path / "pile", 2), tmp_path / "trade.record"
    pipeline.read([str(folder)], record)
    with Database.open(record) as database:
        before = database.assertions()
    with closing(sqlite3.connect(record)) as raw, raw:
        raw.execute(f"UPDATE parses SET parse = {damage}")
    monkeypatch.setattr("onrecord.pipeline.rules._shipped", lambda: "newer rules")
    run = pipeline.read([str(folder)], record)
    with Database.open(record) as database:
        assert (run.read, database.assertions()) == (2, before)
    assert len(before) >= 4
