from functools import cache
from pathlib import Path

import pytest

from onrecord.find.frames import find_frames
from onrecord.find.frames.table import Frame, marked, patterns, rows
from onrecord.find.parse import parser
from onrecord.find.sentences import sentences
from onrecord.knowledge.tables import BadTable, read_rows
from onrecord.model.article import Article, Piece
from onrecord.model.mention import FrameMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span


@cache
def frames(text: str) -> tuple[FrameMention, ...]:
    whole = Span(start=0, end=len(text))
    article = Article(doc="d", name="n", text=text, body=text, pieces=(Piece(0, 0, len(text)),), paragraphs=(whole,))
    spans = sentences(text, whole)
    assert len(spans) == 1, f"an example is one sentence: {text!r}"
    (tokens,) = parser().parse([text])
    return find_frames(Page(article=article, sentences=(Sentence(start=0, end=len(text), paragraph=0, tokens=tokens),)))


EXAMPLES = [(row, example) for row in rows() for example in row.says]
MISSES = [(row, example) for row in rows() for example in row.not_]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=lambda value: getattr(value, "frame", str(value)[:60]))
def test_a_row_finds_its_examples(row: Frame, example: str) -> None:
    text, marks = marked(example)
    asserts = tuple(sorted(row.asserts.items()))
    found = [mention for mention in frames(text) if mention.frame == row.frame and mention.says == asserts]
    assert found, f"not found: {[mention.frame for mention in frames(text)]}"
    wanted = [(name, span.of(text)) for name, span in marks]
    filled = [[(role.name, role.of(text)) for role in mention.roles] for mention in found]
    assert any(all(want in have for want in wanted) for have in filled), f"{wanted} not all in {filled}"


@pytest.mark.parametrize(("row", "example"), MISSES, ids=lambda value: getattr(value, "frame", str(value)[:60]))
def test_a_row_passes_over_its_near_misses(row: Frame, example: str) -> None:
    asserts = tuple(sorted(row.asserts.items()))
    found = [mention for mention in frames(example) if mention.frame == row.frame and mention.says == asserts]
    assert not found, found


def test_every_row_has_an_example_of_its_own() -> None:
    assert [row.frame for row in rows() if not row.says] == []


def test_no_phrase_stands_twice_in_one_kind() -> None:
    seen = set()
    for some in patterns().values():
        for pattern in some:
            key = (pattern.row.frame.partition("/")[0], pattern.head, pattern.rest)
            assert key not in seen, key
            seen.add(key)


def test_a_row_with_an_unknown_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "frames_own.toml"
    path.write_text('[[row]]\nframe = "position/x"\nwords = ["ask/VERB"]\nroles = { actor = ["sujet"] }\n')
    with pytest.raises(BadTable, match="sujet"):
        read_rows(path, Frame)


def test_negation_is_noted() -> None:
    (mention,) = [one for one in frames("Norway did not offer to cut the duty.") if one.frame == "position/offer"]
    assert mention.negated
