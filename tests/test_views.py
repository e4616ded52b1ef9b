from datetime import date

import pytest

from onrecord.show.views import Asked, Table, figures, measures, positions, reports, search, statements, timeline
from onrecord.show.views.article import opened as open_article
from onrecord.show.views.entry import opened as open_entry
from onrecord.store import Database

VIEWS = {
    "timeline": timeline.timeline,
    "measures": measures.measures,
    "positions": positions.positions,
    "matrix": positions.matrix_table,
    "figures": figures.figures,
    "statements": statements.statements,
    "reports": reports.reports,
}


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_lines_that_open(demo: Database, name: str):
    table = VIEWS[name](demo, Asked())
    assert table.lines
    for line in table.lines:
        assert len(line.cells) == len(table.columns)
        if line.words:
            found = open_entry(demo, line.id, Asked())
            assert found is not None and line.words in {support.exact for support in found.supports}


def test_a_party_is_meant_by_any_of_its_names(demo: Database):
    by_code, by_capital, by_name = (
        timeline.timeline(demo, Asked(party=name)).lines for name in ("KR", "Seoul", "South Korea")
    )
    assert by_code and by_code == by_capital == by_name
    assert len(by_code) < len(timeline.timeline(demo, Asked()).lines)
    assert any("Lutnick" in line.cells[1] for line in statements.statements(demo, Asked(party="Lutnick")).lines)


def test_an_issue_holds_those_below_it(demo: Database):
    whole = positions.positions(demo, Asked(issue="agriculture")).lines
    rice = positions.positions(demo, Asked(issue="agriculture/rice")).lines
    assert rice and {line.id for line in rice} < {line.id for line in whole}


def test_what_was_said_later_was_not_known_before(demo: Database):
    early = timeline.timeline(demo, Asked(as_of=date(2025, 4, 30)))
    late = timeline.timeline(demo, Asked())
    assert early.lines and len(early.lines) < len(late.lines)
    assert not any("350" in line.words or "July 31" in line.words for line in early.lines)
    assert timeline.timeline(demo, Asked(as_of=date(1999, 1, 1))).lines == ()


def test_what_held_on_a_day(demo: Database):
    on = timeline.timeline(demo, Asked(on=date(2025, 4, 24)), ("meeting",)).lines
    assert len(on) == 1 and "2+2" in on[0].cells[2]
    assert timeline.timeline(demo, Asked(on=date(2025, 6, 15)), ("meeting",)).lines == ()


def test_copies_stand_under_one_report_with_the_reason(demo: Database):
    groups: dict[str, list[str]] = {}
    for line in reports.reports(demo, Asked()).lines:
        groups.setdefault(line.group, []).append(line.doc)
    together = {frozenset(name.rsplit("/")[-1] for name in docs) for docs in groups.values() if len(docs) > 1}
    assert together == {
        frozenset({"0425-two-plus-two.txt", "harbour-two-plus-two.html"}),
        frozenset({"0521-second-round.txt", "print-second-round.txt"}),
        frozenset({"0731-deal.txt", "courier-deal.txt"}),
    }


def test_reports_are_kept_by_what_they_say(demo: Database):
    kept = {line.doc for line in reports.reports(demo, Asked(issue="agriculture/rice")).lines}
    assert "0731-no-rice.txt" in kept and "0410-pause.txt" not in kept


def test_an_undated_page_takes_the_day_that_its_copy_gives(demo: Database):
    (doc,) = demo.named("print-second-round.txt")
    (article,) = demo.articles([doc])
    assert article.published is not None and article.published.where == "copies"
    assert (article.published.days.first, article.published.days.last) == (date(2025, 5, 21), date(2025, 5, 21))


def test_search_shows_the_words_where_they_stand(demo: Database):
    table = search.search(demo, "quarantine", Asked())
    assert [line.doc for line in table.lines] == ["wire.jsonl#1"]
    assert "quarantine" in table.lines[0].words
    assert search.search(demo, "zebra", Asked()).lines == ()
    assert search.search(demo, 'rice" OR "beef', Asked(as_of=date(2025, 1, 1))).lines == ()


def test_an_opened_entry_shows_each_span_in_its_sentence(demo: Database):
    line = figures.figures(demo, Asked()).lines[0]
    found = open_entry(demo, line.id, Asked())
    assert found is not None
    for support in found.supports:
        (article,) = demo.articles([support.doc])
        assert support.before + support.exact + support.after in article.text
    assert open_entry(demo, "x-000000", Asked()) is None


def test_an_opened_article_loses_no_character_and_marks_its_asides(demo: Database):
    for article in demo.articles():
        found = open_article(demo, article.doc)
        assert "".join(segment.text for segment in found.segments) == article.text
    (doc,) = demo.named("courier-deal.txt")
    aside = " ".join(piece.text for piece in open_article(demo, doc).segments if piece.aside == "teaser")
    assert "ROOM TO GROW" in aside and "SEA WALL" in aside


def test_nothing_is_read_from_asides(demo: Database):
    for article in demo.articles():
        for assertion in demo.assertions(article.doc):
            assert not any(aside.start <= assertion.start and assertion.end <= aside.end for aside in article.asides), (
                assertion
            )


def test_an_empty_view_says_so():
    assert Table(name="t", title="T", columns=(), lines=()).empty
