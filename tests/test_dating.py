from datetime import date

import msgspec

from onrecord.lineage import checked, dates, reports
from onrecord.model.article import Article, Aside, Found, Piece, Published
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


def test_a_date_that_lies_ahead_is_not_before_the_article():
    lone = article("c", "The permit will be abolished on 3 March 2031, the court found.", rest="")
    days = dated(lone)["c"].days
    assert days.first is None and days.last == date(2031, 3, 3)


def test_clues_that_contradict_the_others_are_shown_and_not_used():
    text = (
        "Treasury Secretary Steven Mnuchin said so. Commerce Secretary Wilbur Ross agreed. "
        "He called the 10-year-old NAFTA pact a bad deal."
    )
    found = dated(article("c", text, rest=""))["c"]
    assert found.days.first == date(2017, 1, 14) and found.days.last == date(2021, 1, 25)
    assert "against this: NAFTA, of 1994" in found.reason


def test_the_agency_s_own_text_is_not_later_than_its_copy():
    lead = "Norway and Portugal ended a round of cod talks in Lisbon on Monday without a deal."
    text = f"{lead} {REST}\n(Reporting by Ola Nilsen; Editing by Ana Reis)"
    signed = msgspec.structs.replace(
        article("b", lead),
        text=text,
        agency=Found(value="Reuters", where="text"),
        asides=(Aside(start=text.index("(Rep"), end=len(text), why="credit"),),
    )
    days = dated(KNOWN, signed)["b"].days
    assert (days.first, days.last) == (date(2023, 11, 13), TUESDAY)


def test_days_that_come_every_year_bound_nothing_by_themselves():
    assert dated(article("c", "They had met on January 5 and on Friday, June 5, in Lima.", rest="")) == {}


def test_many_days_and_many_copies_cost_a_bounded_time():
    import time

    begun = time.process_time()
    dated(article("c", " ".join(f"They met on January {day % 28 + 1}." for day in range(3000)), rest=""))
    known = [
        article(f"k{number}", f"The talks ended yesterday, delegate {number} said.", TUESDAY) for number in range(40)
    ]
    undated = [article(f"u{number}", f"The talks ended on Monday, delegate {number} said.") for number in range(40)]
    assert len(dated(*known, *undated)) == 40
    assert time.process_time() - begun < 20


def test_a_stated_day_that_the_text_contradicts_is_not_counted_from():
    lone = article(
        "e", "The permit was abolished on 3 March 2021, the court found yesterday.", date(2020, 5, 1), rest=""
    )
    doubted = checked(lone)
    assert doubted.published is not None and doubted.published.doubt
    found = dated(doubted)["e"]
    assert found.days.first == date(2021, 3, 3) and found.days.last is None
    assert found.stated is not None and found.stated.days.first == date(2020, 5, 1)
    assert "2020-05-01 is stated (manifest)" in found.reason


def test_a_stated_day_that_nothing_contradicts_stays_as_it_is():
    assert checked(KNOWN) is KNOWN


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


def test_words_are_counted_from_an_uncertain_day_only_where_that_says_something():
    from onrecord import find
    from onrecord.find.parse import parser

    lone = article("e", "The ministers met on Monday. The permit was abolished in March.", rest="")

    def times(first: date, last: date) -> list[str]:
        days = Published(days=Days(first=first, last=last), where="words")
        found = find.page(msgspec.structs.replace(lone, published=days), parser()).times
        return [time.days.edtf for time in found if time.days]

    assert times(date(2021, 4, 14), date(2021, 4, 16)) == ["2021-04-12", "2021-03"]
    assert times(date(2021, 4, 5), date(2021, 4, 30)) == ["-XXXX-WXX-1", "2021-03"]
    assert times(date(2019, 4, 5), date(2021, 4, 30)) == ["-XXXX-WXX-1", "XXXX"]
