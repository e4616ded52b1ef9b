"""An article without a day keeps its words of time in every kind, and guesses nothing from them."""

from onrecord import clean, find, read
from onrecord.find.parse import parser
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Statement
from onrecord.model.days import Days
from onrecord.model.document import Document

TEXT = (
    "Portuguese exports to Norway rose 4 percent to 9 million euros last year, the trade ministry said yesterday. "
    "The trade ministers of Norway and Portugal met in Bergen on Monday. Norway raised its tariff on wine on Tuesday."
)


def read_undated() -> list[AnyAssertion]:
    article = clean.article(Document.of(TEXT.encode(), name="a.txt", media_type="text/plain", text=TEXT))
    assert article.published is None
    return list(read.assertions(find.page(article, parser())))


def waiting(days: Days | None) -> tuple[str, str] | None:
    """The words and offset of days that are not known."""
    return (days.words, days.offset) if days is not None and not days.known else None


def test_each_kind_keeps_its_words_with_the_offset():
    found = read_undated()
    assert [waiting(one.period) for one in found if isinstance(one, Figure)] == [("last year", "-P1Y")]
    assert ("yesterday", "-P1D") in [waiting(one.said) for one in found if isinstance(one, Statement)]
    assert ("Monday", "-XXXX-WXX-1") in [waiting(one.when) for one in found if isinstance(one, Meeting)]
    assert ("Tuesday", "-XXXX-WXX-2") in [waiting(one.when) for one in found if isinstance(one, Measure)]


def test_no_day_is_made_up():
    for one in read_undated():
        for slot in ("when", "until", "period", "change_base", "said"):
            days = getattr(one, slot, None)
            assert days is None or not days.known
