from pathlib import Path

import msgspec
import pytest

from onrecord import pipeline
from onrecord.find.speech.cues import Cue
from onrecord.knowledge.people import Person
from onrecord.knowledge.tables import BadTable, _folders, read_rows
from onrecord.pipeline.reading import _read


class Boat(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    crew: int = 0
    ports: tuple[str, ...] = ()


def test_csv_and_toml_rows_become_the_type(tmp_path: Path):
    csv, toml = tmp_path / "boats.csv", tmp_path / "boats.toml"
    csv.write_text("# the fleet\nname,crew,ports\nSild,4,Bergen | Oslo\nTorsk,,\n", "utf-8")
    toml.write_text('[[row]]\nname = "Sild"\ncrew = 4\nports = ["Bergen", "Oslo"]\n', "utf-8")
    sild = Boat(name="Sild", crew=4, ports=("Bergen", "Oslo"))
    assert read_rows(csv, Boat) == (sild, Boat(name="Torsk"))
    assert read_rows(toml, Boat) == (sild,)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("boats.csv", "name,crw\nSild,4\n", "row 1: no field is called crw; fields: crew, name, ports"),
        ("boats.csv", "name,crew\nSild,four\n", "row 1: .*crew"),
        ("boats.csv", "crew\n4\n", "row 1: .*name"),
        ("boats.toml", '[[row]]\nname = "Sild"\nport = ["Bergen"]\n', "row 1: no field is called port"),
        ("boats.toml", "[[row]\n", "boats.toml"),
    ],
)
def test_a_bad_row_is_told_with_file_row_and_field(tmp_path: Path, name: str, text: str, told: str):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(BadTable, match=told) as raised:
        read_rows(path, Boat)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("name", "row_type", "text", "told"),
    [
        ("cues.csv", Cue, "lemma,about\nsay,of0.4\n", "row 1: .*about"),
        ("cues.csv", Cue, "lemma,clause\nsay,90\n", "row 1: .*clause"),
        ("cues.csv", Cue, "lemma,clause\nsay,nan\n", "row 1"),
        ("people.csv", Person, "name,role,from,until\nAnn Bo,Envoy,2020-01-01,2019-01-01\n", "row 1: .*before"),
    ],
)
def test_values_that_cannot_be_are_told(
    tmp_path: Path, name: str, row_type: type[Cue] | type[Person], text: str, told: str
):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(BadTable, match=told):
        read_rows(path, row_type)


def test_a_table_in_another_encoding_is_told(tmp_path: Path):
    for name in ("boats.csv", "boats.toml"):
        path = tmp_path / name
        path.write_bytes("name\nSjø\n".encode("latin-1"))
        with pytest.raises(BadTable, match=name):
            read_rows(path, Boat)


def test_a_folder_that_is_not_there_and_a_table_that_nobody_reads_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", str(tmp_path / "none"))
    with pytest.raises(BadTable, match="no folder"):
        _folders()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "outlts.csv").write_text("name\n", "utf-8")
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", str(tmp_path / "own"))
    with pytest.raises(BadTable, match=r"outlts\.csv: there is no table of this name; .*outlets\.csv"):
        _folders()
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "outlets.csv").write_text("name\n", "utf-8")
    (tmp_path / "good" / "notes.md").write_text("why", "utf-8")
    monkeypatch.setenv("ONRECORD_KNOWLEDGE", str(tmp_path / "good"))
    assert _folders()[-1] == tmp_path / "good"


def test_a_bad_table_stops_the_run_and_is_no_fault_of_one_article(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise BadTable("issues.toml, row 1")

    monkeypatch.setattr("onrecord.find.page", broken)
    with pytest.raises(BadTable):
        _read(([object()], {}), name="none", make=lambda: None)  # type: ignore[arg-type,list-item,return-value]
    assert BadTable in pipeline.FORESEEN
