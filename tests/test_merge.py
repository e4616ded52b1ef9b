"""Assertions that mean the same are one entry; what merely looks alike is not."""

from collections.abc import Iterable
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import merge
from onrecord.merge.numbers import agree
from onrecord.model.article import Published
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement, assertion_id
from onrecord.model.days import Days
from onrecord.model.entry import Entry, Report


def days(first: str, last: str = "") -> Days:
    return Days(first=date.fromisoformat(first), last=date.fromisoformat(last or first))


def at(doc: str, words: str = "these are the very words", start: int = 0) -> dict[str, object]:
    return {"doc": doc, "start": start, "end": start + len(words), "exact": words}


def entries(
    assertions: Iterable[AnyAssertion], said: dict[str, str] | None = None, copies: Iterable[tuple[str, ...]] = ()
) -> tuple[Entry, ...]:
    known = {doc: Published(days=days(day), where="manifest") for doc, day in (said or {}).items()}
    return merge.entries(list(assertions), [Report(id=f"r-{docs[0]}", docs=docs) for docs in copies], known)


JUNE = {"a": "2025-06-02", "b": "2025-06-03", "c": "2025-06-04"}


def test_accounts_of_one_meeting_are_one_entry_with_the_slots_of_all() -> None:
    one = Meeting(**at("a"), parties=("JP", "US"), when=days("2025-06-01"), place="Tokyo", state="held")
    other = Meeting(**at("b"), parties=("JP", "US"), when=days("2025-05-26", "2025-06-01"), round=3, state="held")
    (entry,) = entries([one, other], JUNE)
    assert isinstance(entry.best, Meeting)
    assert (entry.reports, len(entry.supports)) == (2, 2)
    assert (entry.best.place, entry.best.round, entry.best.when) == ("Tokyo", 3, days("2025-06-01"))
    assert entry.said == days("2025-06-02", "2025-06-03")
    assert not entry.conflicts


@pytest.mark.parametrize(
    "other",
    [
        Meeting(**at("b"), parties=("KR", "US"), when=days("2025-06-01")),
        Meeting(**at("b"), parties=("JP", "US"), when=days("2025-05-20")),
        Meeting(**at("b"), parties=("JP", "US"), when=days("2025-06-01"), round=4),
        Meeting(**at("b"), parties=("JP", "US"), when=days("2025-06-01"), level="summit"),
        Meeting(**at("b"), parties=("JP", "US"), state="planned"),
        Meeting(**at("b"), parties=("JP", "US")),
    ],
    ids=["other parties", "other days", "other round", "other level", "one to come", "nothing to tell it by"],
)
def test_other_meetings_stay_apart(other: Meeting) -> None:
    one = Meeting(**at("a"), parties=("JP", "US"), when=days("2025-06-01"), round=3, level="ministerial", state="held")
    assert len(entries([one, other], JUNE)) == 2


def test_two_of_which_nothing_is_known_stay_apart() -> None:
    assert len(entries([Meeting(**at("a")), Meeting(**at("b"))], JUNE)) == 2
    assert len(entries([Measure(**at("a"), instrument="tariff"), Measure(**at("b"), instrument="tariff")], JUNE)) == 2


def test_a_planned_meeting_is_the_one_held_on_that_day_and_the_later_word_counts() -> None:
    planned = Meeting(**at("a"), parties=("JP", "US"), when=days("2025-06-03"), state="planned", certainty="planned")
    held = Meeting(**at("c"), parties=("JP", "US"), when=days("2025-06-03"), state="held")
    (entry,) = entries([planned, held], JUNE)
    assert isinstance(entry.best, Meeting)
    assert (entry.best.state, entry.best.certainty) == ("held", "stated")


def test_copies_count_as_one_report() -> None:
    same = [Figure(**at(doc), metric="exports", reporter="KR", period=days("2024-01-01"), value=1.0) for doc in "abc"]
    assert entries(same, JUNE, [("a", "b"), ("c",)])[0].reports == 2


def test_copies_of_one_passage_are_one_entry_however_little_it_says() -> None:
    first = Position(**at("a", "demanded that the ministry open the market for apples"), actor=("US",), stance="demand")
    second = Position(
        **at("b", "demanded that the ministry open its market for apples"), actor=("US",), stance="demand"
    )
    assert len(entries([first, second], JUNE)) == 2
    assert len(entries([first, second], JUNE, [("a", "b")])) == 1


def test_what_happens_to_a_measure_is_an_entry_each() -> None:
    announced = Measure(**at("a"), instrument="tariff", imposer="US", target="JP", action="announced", rate=24.0)
    paused = msgspec.structs.replace(announced, doc="b", action="paused")
    assert len(entries([announced, paused], JUNE)) == 2


def test_other_products_and_other_rates_of_one_report_are_other_measures() -> None:
    steel = Measure(
        **at("a"), instrument="tariff", imposer="US", target="*", hs=("72", "73"), rate=25.0, action="announced"
    )
    aluminum = Measure(
        **at("a"), instrument="tariff", imposer="US", target="*", hs=("76",), rate=10.0, action="announced"
    )
    plain = Measure(**at("a"), instrument="tariff", imposer="US", target="*", rate=10.0, action="announced")
    dearer = Measure(**at("a"), instrument="tariff", imposer="US", target="*", rate=25.0, action="announced")
    assert len(entries([steel, aluminum], JUNE)) == 2
    assert len(entries([plain, dearer], JUNE)) == 2


def test_a_slot_left_out_is_bridged_by_the_same_rate() -> None:
    full = Measure(
        **at("a"), instrument="tariff", imposer="US", target="JP", scope="reciprocal", rate=24.0, action="announced"
    )
    bare = Measure(**at("b"), instrument="tariff", imposer="US", target="JP", rate=24.0, action="announced")
    unrated = Measure(**at("b"), instrument="tariff", imposer="US", target="JP", action="announced")
    assert len(entries([full, bare], JUNE)) == 1
    assert len(entries([full, unrated], JUNE)) == 2


def test_one_candidate_or_none() -> None:
    announced = Measure(**at("a"), instrument="tariff", imposer="US", target="JP", action="announced")
    paused = Measure(**at("a"), instrument="tariff", imposer="US", target="JP", action="paused")
    named = Measure(**at("a", "a bare mention", 50), instrument="tariff", imposer="US", target="JP")
    assert len(entries([announced, named], JUNE)) == 1
    assert len(entries([announced, paused, named], JUNE)) == 3


def test_figures_that_differ_are_a_contradiction_with_both_sides() -> None:
    def surplus(doc: str, value: float) -> Figure:
        return Figure(
            **at(doc), metric="trade-balance", reporter="KR", partner="US", period=days("2024-01-01", "2024-12-31"),
            value=value, unit="USD",
        )  # fmt: skip

    one, rounded, other = surplus("a", 55.6e9), surplus("b", 56e9), surplus("c", 66e9)
    (entry,) = entries([one, rounded, other], JUNE)
    (conflict,) = entry.conflicts
    assert conflict.slot == "value"
    assert [set(ids) for _, ids in conflict.sides] == [
        {assertion_id(one), assertion_id(rounded)},
        {assertion_id(other)},
    ]
    assert len(entries([one, other], JUNE, [("a", "c")])) == 2, "one report does not contradict itself"


def test_figures_without_a_period_are_one_only_if_the_number_is_the_same() -> None:
    def deficit(doc: str, value: float) -> Figure:
        return Figure(**at(doc), metric="trade-balance", reporter="US", partner="CN", value=value, unit="USD")

    assert len(entries([deficit("a", -375e9), deficit("b", -375.2e9)], JUNE)) == 1
    assert len(entries([deficit("a", -375e9), deficit("b", -335e9)], JUNE)) == 2


@pytest.mark.parametrize(("value", "reason"), [(-66e9, "mirror"), (-55.6e9, "mirror, in agreement")])
def test_mirror_figures_are_linked(value: float, reason: str) -> None:
    year = days("2024-01-01", "2024-12-31")
    ours = Figure(**at("a"), metric="trade-balance", reporter="KR", partner="US", period=year, value=55.6e9, unit="USD")
    theirs = Figure(
        **at("b"), metric="trade-balance", reporter="US", partner="KR", period=year, value=value, unit="USD"
    )
    one, other = entries([ours, theirs], JUNE)
    assert [(c.slot, c.with_entry, c.reason) for c in one.conflicts] == [("value", other.id, reason)]
    assert [(c.slot, c.with_entry, c.reason) for c in other.conflicts] == [("value", one.id, reason)]


@pytest.mark.parametrize(("value", "reason"), [(9e9, "mirror"), (7.5e9, "mirror, in agreement")])
def test_exports_of_one_are_imports_of_the_other(value: float, reason: str) -> None:
    year = days("2024-01-01", "2024-12-31")
    ours = Figure(**at("a"), metric="exports", reporter="KR", partner="US", period=year, value=7.5e9, unit="USD")
    theirs = Figure(
        **at("b"), metric="imports", reporter="US", partner="KR", sector="goods", period=year, value=value, unit="USD"
    )
    cars = msgspec.structs.replace(theirs, doc="c", sector="vehicles")
    found = entries([ours, theirs, cars], JUNE)
    assert sorted(c.reason for entry in found for c in entry.conflicts) == [reason, reason]


def test_the_days_of_a_measure_can_be_in_conflict() -> None:
    one = Measure(
        **at("a"), instrument="tariff", imposer="US", target="CN", action="in-force", when=days("2025-06-06"), rate=25.0
    )
    other = msgspec.structs.replace(one, doc="b", when=days("2025-06-09"))
    later = msgspec.structs.replace(one, doc="c", when=days("2025-09-09"))
    assert len(entries([one, later], JUNE)) == 2
    (entry,) = entries([one, other], JUNE)
    assert [(c.slot, [text for text, _ in c.sides]) for c in entry.conflicts] == [
        ("when", ["2025-06-06", "2025-06-09"])
    ]


def test_a_position_taken_again_months_later_is_another() -> None:
    wish = Position(**at("a"), actor=("KR",), stance="request", issues=("tariffs/exemption",))
    again = msgspec.structs.replace(wish, doc="b", issues=("tariffs",))
    assert len(entries([wish, again], {"a": "2025-05-02", "b": "2025-05-09"})) == 1
    assert len(entries([wish, again], {"a": "2025-05-02", "b": "2025-08-09"})) == 2


def test_statements_are_one_by_speaker_and_content() -> None:
    said = Statement(**at("a", "our trade with them must become fair and reciprocal"), speaker="Ann Lee")
    told = Statement(**at("b", "trade with them had to become fair and reciprocal"), speaker="Ann Lee")
    else_ = Statement(**at("b", "we shall meet the ministers again before autumn"), speaker="Ann Lee")
    who = Statement(**at("c", "our trade with them must become fair and reciprocal"), speaker="Bob Ray")
    assert [entry.reports for entry in entries([said, told, else_, who], JUNE)] == [2, 1, 1]


def test_talks_still_to_come_are_not_those_that_are_over() -> None:
    held = Meeting(**at("a"), parties=("CN", "US"), when=days("2025-05-30"), state="held")
    ahead = Meeting(**at("a", "further talks", 40), parties=("CN", "US"), state="planned")
    assert len(entries([held, ahead], JUNE)) == 2


def test_a_month_is_too_wide_to_tell_one_round_of_talks_from_the_next() -> None:
    first = Meeting(**at("a"), parties=("CN", "US"), when=days("2025-05-06"), state="held")
    second = Meeting(**at("b"), parties=("CN", "US"), when=days("2025-05-27"), state="held")
    sometime = Meeting(**at("c"), parties=("CN", "US"), when=days("2025-05-01", "2025-05-31"), state="held")
    assert len(entries([first, second, sometime], JUNE)) == 3


def test_accounts_of_a_numbered_round_may_contradict_each_other_in_its_days() -> None:
    one = Meeting(**at("a"), parties=("JP", "US"), round=3, when=days("2025-05-23"), state="held")
    other = Meeting(**at("b"), parties=("JP", "US"), round=3, when=days("2025-05-27"), state="held")
    (entry,) = entries([one, other], JUNE)
    assert [conflict.slot for conflict in entry.conflicts] == ["when"]
    assert not entries([one, other], JUNE, [("a", "b")])[0].conflicts, "a report does not contradict itself"


def test_tariffs_on_all_goods_are_not_those_on_some_in_one_report() -> None:
    some = Measure(
        **at("a"), instrument="tariff", imposer="CN", target="US", hs=("1007",), rate=178.6, action="in-force"
    )
    every = Measure(**at("a", "the tariffs", 40), instrument="tariff", imposer="CN", target="US", action="in-force")
    named = Measure(**at("a", "the tariffs", 60), instrument="tariff", imposer="CN", action="in-force")
    assert len(entries([some, every], JUNE)) == 2
    assert len(entries([some, named], JUNE)) == 1


def test_a_wish_put_to_nobody_is_the_same_only_if_the_words_are_near() -> None:
    wish = Position(
        **at("a", "wants a deal that opens the dairy market"), actor=("US",), stance="request", addressee=("CA",),
        issues=("trade-agreement",),
    )  # fmt: skip
    near = Position(
        **at("b", "is after a deal to open the dairy market"),
        actor=("US",),
        stance="request",
        issues=("trade-agreement",),
    )
    far = Position(
        **at("b", "hopes that senators pass his treaty"), actor=("US",), stance="request", issues=("trade-agreement",)
    )
    assert len(entries([wish, near], JUNE)) == 1
    assert len(entries([wish, far], JUNE)) == 2


def test_ids_stay_when_an_entry_grows() -> None:
    one = Meeting(**at("a"), parties=("JP", "US"), when=days("2025-06-01"), state="held")
    other = Meeting(**at("b"), parties=("JP", "US"), when=days("2025-06-01"), place="Tokyo", state="held")
    (before,) = entries([one], JUNE)
    (after,) = entries([one, other], JUNE)
    assert before.id == after.id
    assert before.id.startswith("t-")


def test_numbers_agree_within_rounding() -> None:
    assert agree(55.6e9, 56e9)
    assert agree(1000.0, 1004.0)
    assert agree(0.0, 0.0)
    assert not agree(24.0, 25.0)
    assert not agree(21.6e9, 20e9)
    assert not agree(-55.6e9, 55.6e9)
    assert not agree(0.0, 1.0)


_docs = st.sampled_from(["a", "b", "c", "d"])
_days = st.sampled_from([None, days("2025-06-01"), days("2025-05-26", "2025-06-01"), days("2025-06-02")])
_words = st.sampled_from(
    ["talks on steel were held", "talks about steel were held", "tariffs of ten percent", "said so"]
)
_proof = st.builds(lambda doc, words, start: at(doc, words, start), _docs, _words, st.integers(0, 2))
_any = st.one_of(
    st.builds(
        lambda proof, **slots: Meeting(**proof, **slots),
        _proof,
        parties=st.sampled_from([(), ("JP", "US"), ("KR", "US")]),
        when=_days,
        round=st.sampled_from([None, 2, 3]),
        place=st.sampled_from([None, "Tokyo", "Washington"]),
        state=st.sampled_from([None, "held", "planned"]),
    ),
    st.builds(
        lambda proof, **slots: Measure(**proof, instrument="tariff", **slots),
        _proof,
        imposer=st.sampled_from([None, "US"]),
        target=st.sampled_from([None, "JP", "*"]),
        action=st.sampled_from([None, "announced", "paused"]),
        rate=st.sampled_from([None, 10.0, 24.0, 25.0]),
        products=st.sampled_from([(), ("steel",), ("cars", "steel")]),
        when=_days,
    ),
    st.builds(
        lambda proof, **slots: Position(**proof, actor=("US",), stance="demand", **slots),
        _proof,
        issues=st.sampled_from([(), ("tariffs",), ("autos", "tariffs"), ("tariffs/exemption",)]),
    ),
    st.builds(
        lambda proof, **slots: Figure(**proof, metric="trade-balance", **slots),
        _proof,
        reporter=st.sampled_from([None, "US", "KR"]),
        partner=st.sampled_from([None, "US", "KR"]),
        value=st.sampled_from([None, 55.6e9, 56e9, -66e9]),
        unit=st.sampled_from(["USD", "KRW"]),
        period=_days,
    ),
    st.builds(
        lambda proof, name: Statement(**proof, speaker=name), _proof, st.sampled_from([None, "Ann Lee", "Bob Ray"])
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_any, max_size=25), st.randoms(use_true_random=False))
def test_the_order_in_which_assertions_come_does_not_matter(assertions: list[AnyAssertion], chance) -> None:  # type: ignore[no-untyped-def]
    said = {"a": "2025-06-02", "b": "2025-06-03", "c": "2025-07-20"}
    first = entries(assertions, said, [("a", "b")])
    mixed = assertions * 2
    chance.shuffle(mixed)
    assert entries(mixed, said, [("a", "b")]) == first
    assert sorted(support for entry in first for support in entry.supports) == sorted(
        set(map(assertion_id, assertions))
    )
    assert len({entry.id for entry in first}) == len(first)


def test_merging_grows_with_the_number_of_assertions_not_with_its_square() -> None:
    import time

    def pile(size: int) -> list[AnyAssertion]:
        made: list[AnyAssertion] = []
        for number in range(size):
            day = date.fromordinal(date(2020, 1, 1).toordinal() + number // 8)
            state = ("CN", "JP", "KR", "MX", "CA", "IN", "GB", "DE")[number % 8]
            proof = at(f"d{number}", f"remark number {number} about goods {number % 97} and ports {number % 89}")
            made.append(Meeting(**proof, parties=tuple(sorted((state, "US"))), when=Days(first=day, last=day)))
            made.append(
                Measure(**proof, instrument="tariff", imposer="US", target=state, rate=number % 40, action="raised")
            )
            made.append(Statement(**proof, speaker="Ann Lee"))
        return made

    def seconds(size: int) -> float:
        made = pile(size)
        said = {one.doc: f"20{20 + int(one.doc[1:]) // 2920:02d}-{int(one.doc[1:]) % 12 + 1:02d}-15" for one in made}
        begun = time.process_time()
        entries(made, said)
        return time.process_time() - begun

    seconds(100)
    assert seconds(4000) < 12 * max(seconds(1000), 0.05)
