"""Sets say of which and how often; vague words say which way they look, and no more."""

from datetime import date

import pytest
from test_times import TUESDAY, times


@pytest.mark.parametrize(
    ("text", "words", "value", "quant", "freq"),
    [
        ("They meet every quarter.", "every quarter", "P1Q", "EVERY", ""),
        ("They meet each year.", "each year", "P1Y", "EACH", ""),
        ("They meet annually.", "annually", "P1Y", "", ""),
        ("They meet twice a month.", "a month", "P1M", "", "2X"),
        ("They meet once a year.", "a year", "P1Y", "", "1X"),
        ("They meet three times a week.", "a week", "P1W", "", "3X"),
        ("They meet once every two years.", "every two years", "P2Y", "EVERY", "1X"),
        ("They meet every other week.", "every other week", "P2W", "EVERY", ""),
        ("They meet every third year.", "every third year", "P3Y", "EVERY", ""),
        ("They meet every second Friday.", "every second Friday", "XXXX-WXX-5", "EVERY", "1/2"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5", "EVERY", ""),
        ("They meet each July.", "each July", "XXXX-07", "EACH", ""),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1", "", ""),
        ("They meet twice daily.", "daily", "P1D", "", "2X"),
        ("They meet semiannually.", "semiannually", "P6M", "", ""),
    ],
)
@pytest.mark.parametrize("day", [TUESDAY, None])
def test_a_set_says_of_which_and_how_often(
    text: str, words: str, value: str, quant: str, freq: str, day: date | None
) -> None:
    (mention,) = times(text, day)
    assert (mention.of(text), mention.type, mention.value) == (words, "SET", value)
    assert (mention.quant, mention.freq, mention.days, mention.edtf) == (quant, freq, None, "")


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        ("It fell recently.", "PAST_REF", "past"),
        ("It will fall soon.", "FUTURE_REF", "future"),
        ("It may fall in the near future.", "FUTURE_REF", "future"),
        ("It fell in recent years.", "PXY", "past"),
        ("It grew over the past few weeks.", "PXW", "past"),
        ("They said that it will fall in the coming weeks.", "PXW", "future"),
        ("Ministers, who met in Oslo, expected little in the months ahead.", "PXM", "future"),
        ("It is falling now.", "PRESENT_REF", ""),
    ],
)
@pytest.mark.parametrize("day", [TUESDAY, None])
def test_vague_words_are_kept_with_the_way_they_look(text: str, value: str, way: str, day: date | None) -> None:
    (mention,) = times(text, day)
    assert (mention.value, mention.tense) == (value, way)
    assert (mention.days, mention.edtf, mention.precision) == (None, "", "none")


@pytest.mark.parametrize("text", ["every other country", "every second customer", "each of them", "twice a minister"])
def test_not_all_that_comes_again_is_a_time(text: str) -> None:
    assert times(text) == ()
