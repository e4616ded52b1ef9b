from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.days import Days
from onrecord.show.dossier.drawing import LEFT, LONGEST_GAP, MOST_ITEMS, MOST_LANES, OTHERS, WIDTH, Item, draw


def item(day: date, label: str = "talks", last: date | None = None, lane: str = "", weight: int = 1) -> Item:
    return Item(
        days=Days(first=day, last=last or day), label=label, href="#x", kind="meeting", lane=lane, weight=weight
    )


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


def test_each_pair_of_parties_has_a_lane_and_the_fullest_comes_first():
    day = date(2025, 5, 1)
    drawing = draw([item(day, lane="A - B"), item(day, lane="C - D"), item(day, "more", lane="C - D")])
    assert drawing is not None
    assert [lane.name for lane in drawing.lanes] == [("C - D",), ("A - B",)]
    for lane in drawing.lanes:
        inside = [one for one in drawing.items if one.item.lane == lane.name[0]]
        assert inside and all(lane.y < one.y < lane.y + lane.height for one in inside)
    assert all(one.x >= LEFT for one in drawing.items)


def test_lanes_beyond_the_room_stand_together():
    drawing = draw([item(date(2025, 5, 1), lane=f"lane {number}") for number in range(20)])
    assert drawing is not None
    assert len(drawing.lanes) == MOST_LANES and drawing.lanes[-1].name == (OTHERS,)
    assert len(drawing.items) == 20


def test_of_too_many_those_with_most_reports_are_drawn_and_the_rest_is_counted():
    start = date(2025, 1, 1)
    drawing = draw([item(start + timedelta(days=at), str(at), weight=1 + at % 2) for at in range(2 * MOST_ITEMS - 10)])
    assert drawing is not None
    assert len(drawing.items) == MOST_ITEMS and drawing.left_out == MOST_ITEMS - 10
    assert sum(one.item.weight == 2 for one in drawing.items) == MOST_ITEMS - 5
