from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.article import Article, Aside
from onrecord.show.views.article import Mark, segments


def article(text: str, *asides: tuple[int, int]) -> Article:
    return Article(
        doc="d",
        name="n",
        text=text,
        body="",
        pieces=(),
        paragraphs=(),
        asides=tuple(Aside(start=start, end=end, why="teaser") for start, end in asides),
    )


def mark(name: str, start: int, end: int) -> Mark:
    return Mark(id=name, kind="meeting", line="", entry="", start=start, end=end)


def test_marks_may_nest_and_cross():
    found = segments(article("abcdefgh", (6, 8)), (mark("x", 0, 4), mark("y", 2, 5)))
    assert [(one.text, one.marks, one.aside) for one in found] == [
        ("ab", ("x",), ""),
        ("cd", ("x", "y"), ""),
        ("e", ("y",), ""),
        ("f", (), ""),
        ("gh", (), "teaser"),
    ]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12))
def test_no_character_is_lost_and_every_mark_covers_its_words(spans: list[tuple[int, int]]):
    text = "".join(chr(97 + at % 26) for at in range(42))
    marks = tuple(mark(str(number), start, start + length) for number, (start, length) in enumerate(sorted(spans)))
    found = segments(article(text, (10, 14)), marks)
    assert "".join(one.text for one in found) == text
    for one in marks:
        assert "".join(piece.text for piece in found if one.id in piece.marks) == text[one.start : one.end]
