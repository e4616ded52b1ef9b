"""Each sort of clue by itself: what it allows, and what it leaves alone."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from onrecord import clean
from onrecord.lineage.dating import (
    ages,
    dateline,
    events,
    full,
    happenings,
    neighbours,
    offices,
    periods,
    posts,
    stated,
    tenure,
    yearless,
)
from onrecord.lineage.dating.clue import STRONG, USUAL, Clue
from onrecord.lineage.dating.dated import Dated
from onrecord.lineage.dating.told import LOOKED_AT, Told
from onrecord.model.article import Article, Published
from onrecord.model.days import Days
from onrecord.model.document import Document

Give = Callable[[Told], Iterator[Clue]]


def article(text: str, published: date | None = None) -> Article:
    made = clean.article(Document.of(text.encode(), name="page.txt", media_type="text/plain", text=text))
    days = Published(days=Days(first=published, last=published), where="manifest") if published else None
    return Article(**{name: getattr(made, name) for name in made.__struct_fields__} | {"published": days})


def allowed(give: Give, text: str, day: date) -> list[bool]:
    return [clue.allows(day) for clue in give(Told(article(text)))]


@pytest.mark.parametrize(
    ("give", "text", "inside", "outside"),
    [
        (full.clues, "The quota was signed on 4 March 2021 in Lima.", date(2021, 3, 4), date(2021, 3, 3)),
        (full.clues, "The quota will end on 4 March 2031 at the latest.", date(2031, 3, 4), date(2031, 3, 5)),
        (yearless.clues, "The levy took effect on Friday, July 6.", date(2018, 7, 10), date(2019, 7, 10)),
        (yearless.clues, "They agreed to lift the levy by July 8.", date(2022, 6, 20), date(2022, 7, 30)),
        (yearless.clues, "Exports had risen in August, the bureau said.", date(2020, 9, 10), date(2020, 6, 1)),
        (dateline.clues, "BERN, May 3 (Xinhua) -- Swiss and Thai envoys met.", date(2017, 5, 4), date(2017, 5, 9)),
        (offices.clues, "Treasury Secretary Steven Mnuchin said so.", date(2018, 1, 1), date(2016, 1, 1)),
        (offices.clues, "Shinzo Abe, the prime minister of Japan, said so.", date(2016, 1, 1), date(2011, 1, 1)),
        (ages.clues, "He called NAFTA outdated. The 24-year-old NAFTA pact stays.", date(2018, 6, 1), date(2013, 6, 1)),
        (events.clues, "They have not met since the Hanoi summit.", date(2019, 4, 1), date(2019, 1, 1)),
        (periods.clues, "Peru's exports fell 4 percent in October.", date(2020, 12, 1), date(2020, 9, 1)),
        (periods.clues, "The deficit fell in the 11 months through November.", date(2017, 12, 30), date(2017, 6, 1)),
        (tenure.clues, "Emmanuel Macron, since taking office last year, agreed.", date(2018, 3, 1), date(2017, 9, 1)),
        (
            happenings.clues,
            "The Senate on Thursday passed USMCA by a wide margin.",
            date(2020, 1, 17),
            date(2020, 1, 24),
        ),
    ],
)
def test_a_clue_allows_the_days_that_fit_and_no_others(give: Give, text: str, inside: date, outside: date):
    assert allowed(give, text, inside) and all(allowed(give, text, inside))
    assert not all(allowed(give, text, outside))


@pytest.mark.parametrize(
    ("give", "text"),
    [
        (full.clues, "Beijing keeps to its plan Made in China 2025, officials said."),
        (full.clues, "Rivals who want to beat him began the 2032 campaign."),
        (yearless.clues, "The levy took effect last July."),
        (offices.clues, "Former Treasury Secretary Jacob Lew said so."),
        (offices.clues, "Deputy Trade Representative Robert Lighthizer said so."),
        (ages.clues, "The 24-year-old farmer has no use for pacts."),
        (happenings.clues, "The Senate on Monday passed USMCA by a wide margin."),
        (happenings.clues, '"The Senate on Thursday passed USMCA," she had said.'),
        (periods.clues, "Exports were higher than in the months before."),
        (periods.clues, "Exports rose from October, and the ministers met in March."),
        (tenure.clues, "Since Ola Hansen of the cod board took office last year, all is well."),
        (posts.clues, "He wrote on 4 March 2021 that the quota stays."),
        (dateline.clues, "BERN (Xinhua) -- Swiss and Thai envoys met on May 3."),
    ],
)
def test_near_misses_give_no_clue(give: Give, text: str):
    assert list(give(Told(article(text)))) == []


def test_history_is_told_by_its_holders_of_office():
    text = (
        "President Donald Trump said so. President Barack Obama had signed it. Commerce Secretary Wilbur Ross agreed."
    )
    assert not any("Obama" in clue.reason for clue in offices.clues(Told(article(text))))


def test_who_holds_two_terms_allows_both():
    clues = list(offices.clues(Told(article("President Donald Trump said so."))))
    assert all(clue.allows(date(2018, 1, 1)) and clue.allows(date(2025, 6, 1)) for clue in clues)
    assert not all(clue.allows(date(2022, 6, 1)) for clue in clues)


def test_two_happenings_that_agree_back_each_other():
    text = (
        "Farmers and brewers in both countries waited for news. Markets were calm. The peso rose a little. "
        "The Senate on Thursday passed USMCA by a wide margin. It was quiet in the rain. "
        "On Wednesday Trump and Liu He signed the phase-one deal with China."
    )
    clues = list(happenings.clues(Told(article(text))))
    assert [clue.weight for clue in clues] == [STRONG, STRONG]
    alone = text.partition(" It was quiet")[0]
    assert list(happenings.clues(Told(article(alone)))) == []  # below the lead, one alone is not believed


def test_a_post_set_into_the_page_bounds_it_from_both_sides():
    text = (
        "The minister was pleased with the fish quota that the two sides had found, and said so at once.\n\n"
        "We have come to a very good end with the cod. Proud of all who stayed up for it! pic.twitter.com/Ab12Cd34Ef "
        "— Ola Hansen (@olahansen) December 13, 2019\n\n"
        "Norway and Portugal had haggled over the quota for eleven years without any result to show for it."
    )
    clues = list(posts.clues(Told(article(text))))
    assert [clue.allows(date(2019, 12, 14)) for clue in clues] == [True, True]
    assert [clue.allows(date(2019, 12, 20)) for clue in clues] == [True, False]
    assert [clue.allows(date(2019, 12, 10)) for clue in clues] == [False, False]


def test_a_neighbour_that_tells_the_same_with_a_day_dates_the_sentence():
    text = "Envoys of Norway and Portugal ended cod talks in Lisbon on 14 November."
    other = Dated(article(text, date(2023, 11, 16)), date(2023, 11, 16))
    mine = "Portugal and Norway on Tuesday ended talks about cod in Lisbon, envoys said."
    (clue,) = neighbours.clues(Told(article(mine)), [other])
    assert clue.weight == USUAL and clue.allows(date(2023, 11, 17)) and not clue.allows(date(2023, 11, 13))
    copper = "Chile and Peru on Tuesday ended talks about copper in Lima, envoys said."
    assert not list(neighbours.clues(Told(article(copper)), [other]))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("The permit was abolished on 3 March 2021, the court found.", 'it tells of "3 March 2021" as past'),
        ("BERN, May 9 (Xinhua) -- Swiss and Thai envoys met.", 'its dateline is of "May 9"'),
        ("The permit will be abolished on 3 March 2021, the court found.", ""),
        ("The notes were sold today and mature on 3 March 2021.", ""),
        ("The permit was abolished on 3 March 2019, the court found.", ""),
    ],
)
def test_a_stated_day_is_doubted_only_where_the_text_tells_of_later_days_as_past(text: str, doubt: str):
    assert stated.against(Told(article(text, date(2020, 5, 1)))) == doubt


def test_a_text_without_end_is_looked_at_no_further_than_an_article():
    told = Told(article("Trump signed the steel and aluminum tariffs on Thursday. " * 5_000))
    assert len(told.by_sentence) == LOOKED_AT
    assert len(list(happenings.clues(told))) <= LOOKED_AT
