"""Lines, header lines, days, datelines, bylines, languages and outlets, each for itself."""

from pytest import mark

from onrecord import clean
from onrecord.clean.byline import byline
from onrecord.clean.dateline import dateline
from onrecord.clean.language import language
from onrecord.clean.lines import flatten, lines
from onrecord.clean.published import date_line, hinted, in_address
from onrecord.knowledge.outlets import Outlet, outlet_at, outlet_named
from onrecord.knowledge.tables import table
from onrecord.model.article import Article
from onrecord.model.document import Document


def flat(text: str) -> list[str]:
    return flatten(text, lines(text)).text.split("\n")


def read(text: str) -> Article:
    return clean.article(Document.of(text.encode(), name="a", media_type="text/plain", text=text))


WRAPPED = """The two envoys met for the third time this year and spoke of
steel, of cars and of what the other side might offer in re-
turn for a longer pause, the ministry said.
A second-
ary matter was salmon. The so-
called salmon clause has stood in the way of any accord for
years, and neither side would yield on it this week.
"""


PRINT = """The envoys met in the old town hall and spoke of
steel and of the many cars that
wait in port.
They will meet again when the summer is over and
the fleet is back.
"""


def test_print_lines_are_joined_to_paragraphs() -> None:
    assert flat(PRINT) == [
        "The envoys met in the old town hall and spoke of steel and of the many cars that wait in port.",
        "They will meet again when the summer is over and the fleet is back.",
    ]


def test_hyphens_at_line_ends() -> None:
    text = " ".join(flat(WRAPPED))
    assert "in return for" in text and "secondary matter" in text and "so-called salmon" in text


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    assert flat("One story line without a stop\nAnother line\r\nThird line. It ends.") == [
        "One story line without a stop",
        "Another line",
        "Third line. It ends.",
    ]


def test_offsets_count_both_characters_of_a_windows_line_end() -> None:
    article = read("First one.\r\n\r\nSecond one.")
    assert article.body == "First one.\nSecond one."
    assert article.source(11, 17).of(article.text) == "Second"
    assert article.source(11, 17).start == 14


def test_blank_lines_and_indents_divide_print() -> None:
    first = "    The first goes on and on and on until\nthe line is full and then it ends here\nat last\n"
    text = first + "    The second goes on and on and also\nends after a while, as they all do.\n"
    assert len(flat(text)) == 2


def test_running_heads_and_page_numbers_of_a_pdf() -> None:
    page = "Example Post 3 May 2025\n{}\n{}"
    pages = [
        page.format("The envoys met in the old town hall and spoke of steel\nuntil the evening, and then they", 1),
        page.format("went home without an accord, as they had done before\nin the years when nobody cared.", 2),
        page.format("That is all.", 3),
    ]
    article = read("\f".join(pages))
    assert "then they went home" in article.body
    assert article.body.endswith("That is all.")
    assert {aside.rule for aside in article.asides} == {"running-head"}
    assert len(article.asides) == 6


@mark.parametrize(
    ("line", "day"),
    [
        ("May 27, 2025", "2025-05-27"),
        ("27 May 2025", "2025-05-27"),
        ("Published on: 2025/05/02 17:00", "2025-05-02"),
        ("Tuesday, 27 May 2025, 10:15 GMT", "2025-05-27"),
        ("Published: 03 May. 2025, 10:21", "2025-05-03"),
        ("Sat, May 03, 2025 page 1", "2025-05-03"),
        ("May 3, 20253:15 AM GMT+9Updated 2 hours ago", "2025-05-03"),
        ("2025년 5월 2일", "2025-05-02"),
        ("27/05/2025", "2025-05-27"),
        ("Posted May 3rd, 2025 at 9 a.m. ET", "2025-05-03"),
    ],
)
def test_date_lines(line: str, day: str) -> None:
    found = date_line(line)
    assert found and found[0].edtf == day


@mark.parametrize(
    "line",
    [
        "05/02/2025",
        "May 27, 2025 was a Tuesday",
        "On May 27, 2025 they met.",
        "2025",
        "May 2025",
        "31 February 2025",
        "Talks on May 27",
        "",
    ],
)
def test_what_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


def test_an_update_is_told_from_the_first_day() -> None:
    found = date_line("Updated: 4 May 2025")
    assert found and found[1] is True
    article = read("Updated 4 May 2025\nPublished 3 May 2025\nSome words were said.")
    assert article.published and article.published.days.edtf == "2025-05-03"


@mark.parametrize(
    "words", ["2025-05-27", "2025-05-27T23:59:00Z", "20250527", "May 27, 2025", "Tue, 27 May 2025 10:00:00 +0900"]
)
def test_hinted_days(words: str) -> None:
    days = hinted(words)
    assert days and days.edtf == "2025-05-27"


def test_hints_that_are_no_days() -> None:
    assert hinted("soon") is None and hinted("") is None and hinted("2025-13-01") is None


def test_days_in_addresses() -> None:
    days = in_address("https://example.test/2025/05/27/a-story")
    assert days and days.edtf == "2025-05-27"
    assert in_address("https://example.test/story/20259999") is None


@mark.parametrize(
    ("head", "place", "agency"),
    [
        ("SEOUL (Reuters) -The envoys met.", "SEOUL", "Reuters"),
        ("SEOUL, May 3 (Yonhap) -- The envoys met.", "SEOUL", "Yonhap"),
        ("WASHINGTON—The envoys met.", "WASHINGTON", ""),
        ("WASHINGTON/MEXICO CITY (Reuters) - The envoys met.", "WASHINGTON/MEXICO CITY", "Reuters"),
        ("BIARRITZ, France — The envoys met.", "BIARRITZ, France", ""),
        ("NEW DELHI: The envoys met.", "NEW DELHI", ""),
        ("(CNN) The envoys met.", "", "CNN"),
        ("KANSAS CITY, Mo. (AP) — The envoys met.", "KANSAS CITY, Mo.", "AP"),
    ],
)
def test_datelines(head: str, place: str, agency: str) -> None:
    found = dateline(head)
    assert found and (found.place, found.agency) == (place, agency)
    assert head[found.length :] == "The envoys met."


@mark.parametrize(
    "head",
    ["The envoys met.", "ANALYSIS: The envoys met.", "US — as ever — said no.", "ANN ROE: “We go on.”", "(Roe) said"],
)
def test_what_is_no_dateline(head: str) -> None:
    assert dateline(head) is None


@mark.parametrize(
    ("line", "writer", "outlet"),
    [
        ("Reuters, SEOUL", "", "Reuters"),
        ("By Jo Doe and Al Roe", "Jo Doe and Al Roe", ""),
        ("Jo Doe, Arirang News.", "Jo Doe", "Arirang News"),
        ("Analysis: Jo Doe, BBC North America business correspondent", "Jo Doe", "BBC"),
        ("By Jo Doe / Staff reporter", "Jo Doe", ""),
        ("BY JO DOE [jo@example.test]", "JO DOE", ""),
    ],
)
def test_bylines(line: str, writer: str, outlet: str) -> None:
    found = byline(line)
    assert found and (found.writer, found.outlet) == (writer, outlet)


@mark.parametrize(
    "line", ["By the numbers", "BY THE NUMBERS", "By 2030 they will sign.", "Jo Doe, a farmer, said so.", "Steel, cars"]
)
def test_what_is_no_byline(line: str) -> None:
    assert byline(line) is None


def test_languages() -> None:
    assert language("The talks of the two sides were long, and they will go on in the summer of this year.")[0] == "en"
    assert (
        language("Les deux délégations se sont rencontrées pour parler de la taxe sur les autos et du riz.")[0] == "fr"
    )
    assert (
        language("Die beiden Seiten haben sich in der Stadt getroffen und über den Zoll auf das Auto gesprochen.")[0]
        == "de"
    )
    assert language("한국과 미국이 관세 협상을 열었다")[0] == "ko"
    assert language("両国は関税について話し合った")[0] == "ja"
    assert language("两国就关税问题举行会谈")[0] == "zh"
    assert language("Salmon")[0] == "und"
    assert language("12345 — 678")[0] == "und"


def test_outlets_have_one_row_for_each_name_and_domain() -> None:
    rows = table("outlets.csv", Outlet)
    named = [name for row in rows for name in {one.casefold() for one in (row.name, *row.aliases)}]
    assert len(named) == len(set(named))
    domains = [domain for row in rows for domain in row.domain]
    assert len(domains) == len(set(domains))
    assert all(len(row.language) == 2 and len(row.country) == 2 for row in rows)


def test_outlets_by_name_and_address() -> None:
    ap, page = outlet_named("the associated press"), outlet_at("https://www.bbc.co.uk:443/news/1?x=@y")
    assert ap and ap.name == "Associated Press" and ap.kind == "agency"
    assert page and page.name == "BBC"
    assert outlet_named("Nobody's Gazette") is None and outlet_at("notbbc.co.uk.example.test") is None


BODY = (
    "The envoys met in the old town hall and spoke of steel, of cars and of what the other side might offer.\n"
    "They will meet again when the summer is over, the ministry said.\n"
)


def test_an_agency_that_no_table_names_is_known_by_its_place() -> None:
    first = read(f"OSLO, May 3 (Nordwire) -- {BODY}")
    assert first.agency and first.agency.value == "Nordwire" and first.body.startswith("The envoys")
    second = read(f"Envoys speak of steel and of many cars\nNordwire, OSLO\n{BODY}")
    assert second.agency and second.agency.value == "Nordwire"
    assert second.headline and second.headline.value == "Envoys speak of steel and of many cars"
    third = read(f"Envoys speak of steel and of many cars\nKari Nordby, OSLO\n{BODY}")
    assert third.agency is None


def test_an_outlet_that_no_table_names_stands_between_day_and_headline() -> None:
    article = read(f"July 31, 2025\nHarbour Courier\nEnvoys speak of steel and of many cars\n{BODY}")
    assert article.outlet and article.outlet.value == "Harbour Courier"
    assert article.headline and article.headline.value == "Envoys speak of steel and of many cars"
    assert article.body.startswith("The envoys")


def test_the_head_of_a_single_page_is_no_headline() -> None:
    article = read(f"Coastal Review        Page 1\n\nEnvoys speak of steel and of many cars\n\n{BODY}")
    assert article.headline and article.headline.value == "Envoys speak of steel and of many cars"
    assert next(aside.rule for aside in article.asides) == "running-head"
