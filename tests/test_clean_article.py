"""The whole of clean: whatever the text, each character of the body stands where it is mapped to."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from onrecord import clean
from onrecord.model.article import Article
from onrecord.model.document import Document, Hints


def read(text: str, **hints: str) -> Article:
    given_hints = (Hints(**{"where": "manifest", **hints}),) if hints else ()
    return clean.article(
        Document.of(
            text.encode("utf-8", "surrogatepass"), name="a.txt", media_type="text/plain", text=text, hints=given_hints
        )
    )


def holds(article: Article) -> None:
    mapped: set[int] = set()
    for piece in article.pieces:
        assert (
            article.body[piece.body : piece.body + piece.length]
            == article.text[piece.document : piece.document + piece.length]
        )
        stretch = set(range(piece.document, piece.document + piece.length))
        assert not stretch & mapped
        mapped |= stretch
    joining = len(article.body) - sum(piece.length for piece in article.pieces)
    assert joining >= 0
    covered = {at for piece in article.pieces for at in range(piece.body, piece.body + piece.length)}
    assert all(article.body[at].isspace() for at in range(len(article.body)) if at not in covered)
    for aside in article.asides:
        assert not mapped & set(range(aside.start, aside.end)), aside
    for before, after in zip(article.asides, article.asides[1:], strict=False):
        assert before.end <= after.start
    for paragraph in article.paragraphs:
        words = paragraph.of(article.body)
        assert words and "\n" not in words and words == words.strip(" \n\t")


SOUP = """the talks said Seoul TRADE Photo: MORE Jo Doe DoeStory By Reuters, SEOUL (Reuters) - — | . ? ” “ @doe (@doe)
May 27, 2025 trade- related Advertisement Read more: Share Tweet Reporting by AP/ Getty Images Published on: co- op"""
WORDS = st.sampled_from([*SOUP.split(), "\n", "\n\n", "\r\n", "\f", "\t"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=120).map(" ".join))
def test_news_like_soup_keeps_the_way_back(text: str) -> None:
    holds(read(text))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=600))
def test_any_text_keeps_the_way_back(text: str) -> None:
    holds(read(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a line of print that goes on and", "ends here.", "", "Then-", "more of it", "\f", "3"]),
        max_size=40,
    )
)
def test_print_lines_keep_the_way_back(lines: list[str]) -> None:
    holds(read("\n".join(lines)))


def test_a_headline_that_runs_over_a_running_head_keeps_the_way_back() -> None:
    again = ["a line of print that goes on and", "Then-"]
    holds(read("\n".join(["\f", *again, *again, *again, "", "ends here.", "Then-"])))


@mark.parametrize(
    "text",
    [
        "1" * 50_000,
        '"' * 50_000,
        "a\n" * 10_000,
        "AbcDef MORE " * 5_000,
        "By Jo Doe and " * 4_000,
        "May 3, 2025 " * 5_000,
        "| " * 20_000,
    ],
    ids=["digits", "quotes", "lines", "cards", "bylines", "days", "bars"],
)
def test_monstrous_text_is_read_in_linear_time(text: str) -> None:
    import time

    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 2.5


PAGE = """Talks on steel resume in Oslo
By Jo Doe, Reuters
May 27, 2025
OSLO (Reuters) - Envoys of both sides met on Monday.
ADVERTISEMENT
They spoke of steel, Minister Ann Roe Ann Maria RoeFirst headline here Second one MORE said.
Cranes stand idle at the port. REUTERS/Jo Doe
Read more: Why the port is idle
The next round is in June.
(Reporting by Jo Doe; Editing by Al Poe)
"""


def test_a_page_is_taken_apart() -> None:
    article = read(PAGE)
    assert article.body.split("\n") == [
        "Envoys of both sides met on Monday.",
        "They spoke of steel, Minister Ann Roe said.",
        "The next round is in June.",
    ]
    assert [aside.why for aside in article.asides] == [
        "headline", "byline", "published", "advertisement", "teaser", "caption", "teaser", "credit"
    ]  # fmt: skip
    assert article.headline and article.headline.value == "Talks on steel resume in Oslo"
    assert article.byline and article.byline.value == "Jo Doe"
    assert article.agency and (article.agency.value, article.agency.where) == ("Reuters", "text")
    assert article.dateline and article.dateline.value == "OSLO"
    assert article.published and article.published.days.edtf == "2025-05-27"
    assert article.published.span and article.published.span.of(article.text) == "May 27, 2025"


def test_what_came_with_the_file_goes_first() -> None:
    article = read(PAGE, published="2025-05-28", outlet="Example Post", language="en")
    assert article.published and (article.published.where, article.published.days.edtf) == ("manifest", "2025-05-28")
    assert article.outlet and article.outlet.value == "Example Post"
    assert article.language and article.language.where == "manifest"


def test_manifest_before_row_before_page() -> None:
    hints = tuple(Hints(where=where, published=day) for where, day in (("page", "2025-01-03"), ("row", "2025-01-02")))
    document = Document.of(b"x", name="x", media_type="text/html", text="Some words.", hints=hints)
    found = clean.article(document).published
    assert found and (found.where, found.days.edtf) == ("row", "2025-01-02")


def test_the_address_gives_a_day_and_an_outlet_where_nothing_else_does() -> None:
    article = read("Some words.", url="https://www.reuters.com/world/2025/05/27/talks")
    assert article.published and article.published.reason == "its address"
    assert article.outlet and article.outlet.value == "Reuters"
    assert article.agency and article.agency.value == "Reuters"


def test_an_unreadable_day_is_no_day() -> None:
    assert read("Some words.", published="spring").published is None


def test_empty_and_blank_texts() -> None:
    for text in ("", " \n\t\n", "\x00\x00"):
        article = read(text)
        assert article.body == "" and article.paragraphs == ()
