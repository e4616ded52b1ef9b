from datetime import date

import msgspec

from onrecord.lineage import dates, reports
from onrecord.model.article import Article, Piece, Published
from onrecord.model.days import Days
from onrecord.model.span import Span

REST = (
    "They left open how many tonnes of frozen cod may enter without a permit, said a delegate who asked not to be "
    "named, and will send lawyers to Bergen next month to settle the wording. Portugal bought cod worth 310 million "
    "euros last year, 4 percent less than in 2022. The ministry in Lisbon wants the permits gone by the end of the "
    "decade, while growers on the northern coast fear that smaller boats will lose their quotas to the trawlers that "
    "already land two thirds of the catch, a figure that the fishermen's union disputes in a letter to parliament."
)


def article(doc: str, lead: str, day: date | None = None, rest: str = REST) -> Article:
    body = f"{lead} {rest}"
    return Article(
        doc=doc,
        name=f"{doc}.txt",
        text=body,
        body=body,
        pieces=(Piece(0, 0, len(body)),),
        paragraphs=(Span(start=0, end=len(body)),),
        published=Published(days=Days(first=day, last=day), where="manifest") if day else None,
    )


def dated(*articles: Article) -> dict[str, Published]:
    return dates(articles, reports(articles))


TUESDAY = date(2023, 11, 14)
KNOWN = article("a", "Norway and Portugal ended a round of cod talks in Lisbon yesterday without a deal.", TUESDAY)


def test_the_same_word_in_a_dated_copy_gives_the_day():
    copy = article("b", "Norway and Portugal ended a round of cod talks in Lisbon yesterday with no deal at all.")
    found = dated(KNOWN, copy)
    assert list(found) == ["b"]
    assert (found["b"].days.first, found["b"].days.last) == (TUESDAY, TUESDAY)
    assert "yesterday" in found["b"].reason
    assert found["b"].where == "copies"


def test_a_weekday_where_the_copy_says_yesterday_bounds_the_day():
    copy = article("b", "Norway and Portugal ended a round of cod talks in Lisbon on Monday without a deal.")
    days = dated(KNOWN, copy)["b"].days
    assert days.first == date(2023, 11, 13)
    assert days.last is not None and days.last <= date(2023, 11, 19)
    assert days.approx


def test_a_copy_without_such_words_takes_days_near_its_copy():
    copy = article("b", "Norway and Portugal ended a round of cod talks in Lisbon without a deal.")
    days = dated(KNOWN, copy)["b"].days
    assert days.first == date(2023, 11, 12) and days.last == date(2023, 11, 19)


def test_a_full_date_spoken_of_as_past_is_not_after_the_article():
    lone = article("c", "The permit was abolished on 3 March 2021, the court found.", rest="")
    days = dated(lone)["c"].days
    assert days.first == date(2021, 3, 3) and days.last is None


def test_a_date_that_lies_ahead_gives_no_bound():
    lone = article("c", "The permit will be abolished on 3 March 2031, the court found.", rest="")
    assert dated(lone) == {}


def test_an_article_with_a_day_keeps_it_and_one_without_clues_has_none():
    assert dated(KNOWN) == {}
    assert dated(article("d", "Nothing here has a day.", rest="")) == {}


def test_words_are_not_counted_from_a_day_of_which_one_end_is_known():
    from onrecord import find
    from onrecord.find.parse import parser

    lone = article("e", "The permit was abolished on 3 March 2021. The ministers met earlier this week.", rest="")
    dated_so = msgspec.structs.replace(lone, published=dated(lone)["e"])
    times = find.page(dated_so, parser()).times
    assert [time.days.edtf for time in times if time.days and time.days.known] == ["2021-03-03"]
