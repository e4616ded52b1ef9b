from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.days import Days
from onrecord.show.dossier.drawing import LONGEST_GAP, WIDTH, Item, draw


def item(day: date, label: str = "talks", last: date | None = None) -> Item:
    return Item(days=Days(first=day, last=last or day), label=label, href="#x", kind="meeting")


def test_nothing_with_a_day_draws_nothing():
    assert draw([]) is None
    assert draw([Item(days=Days(words="soon"), label="talks", href="#x", kind="meeting")]) is None


def test_later_stands_further_right_and_years_without_events_are_cut():
    drawing = draw([item(date(2018, 1, 5)), item(date(2025, 5, 1)), item(date(2025, 5, 3))])
    assert drawing is not None
    places = [one.x for one in drawing.items]
    assert places == sorted(places) and len(set(places)) == 3
    assert [tick.cut for tick in drawing.ticks].count(True) == 1
    assert places[1] - places[0] <= LONGEST_GAP * 9 + 1


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.text(max_size=60)), min_size=1, max_size=60))
def test_all_lies_on_the_page_and_no_two_labels_touch(raw: list[tuple[int, int, str]]):
    start = date(2015, 1, 1)
    drawing = draw(
        [item(start + timedelta(days=at), label, start + timedelta(days=at + length)) for at, length, label in raw]
    )
    assert drawing is not None and len(drawing.items) == len(raw)
    rows: dict[int, list[tuple[float, float]]] = {}
    for one in drawing.items:
        assert 0 <= one.x <= WIDTH and one.end <= WIDTH
        width = len(one.text) * 5.6
        left, right = (one.x - width, one.end) if one.flipped else (one.x, one.end + width)
        assert all(right <= other_left or left >= other_right for other_left, other_right in rows.get(one.row, []))
        rows.setdefault(one.row, []).append((left, right))
