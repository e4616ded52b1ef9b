from datetime import date

from onrecord.lineage.copies import families, pairs
from onrecord.lineage.fingerprint import Fingerprint, fingerprint
from onrecord.lineage.likeness import likeness

AGENCY = """Negotiators from Norway and Chile
closed four days of talks in Oslo on Friday without settling how farmed salmon
will be inspected at the border, two people in the room said. Oslo offered to accept Chilean laboratory
certificates for an initial eighteen months, while Santiago asked that the same be granted to mussels and
seaweed. Norway sold fish worth $412 million to Chile last year, 9 percent more than in 2022, according to the
statistics office. The delegations will meet again in Valparaiso in March, the trade ministry added. A person
close to the Norwegian side said the gap on certificates had narrowed to a few weeks of quarantine, and that
neither government wished to leave the matter to the next round. Exporters have complained for years that trucks
wait at the border while samples travel to the capital and back, which can take nine days in winter. The
ministry declined to give details of the text now on the table."""

CUT = """Negotiators from Norway and Chile
closed four days of talks without settling how farmed salmon will be inspected
at the border. Oslo offered to accept Chilean laboratory certificates for an initial eighteen months. Norway
sold fish worth $412 million to Chile last year, 9 percent more than in 2022, according to the statistics
office."""

STATEMENT = (
    "“We have always held that trade must serve the people of both our countries, and we shall go on working for an "
    "agreement that is fair, lasting and open to all who wish to join it in good faith,” the joint statement said."
)


def printed(text: str, name: str, title: str = "", day: date | None = None) -> Fingerprint:
    return fingerprint(id=name, text=text, title=title, day=day)


def test_a_shortened_copy_is_the_same_report():
    result = likeness(printed(AGENCY, "a"), printed(CUT, "b"))
    assert result.one
    assert "of its numbers" in result.reason


def test_the_same_form_with_new_numbers_is_another_report():
    week = "The central bank sold {} billion kroner of {}-day paper at {} percent on Monday, against {} billion a"
    week += (
        " week ago, and said it would hold its next auction as usual on the following Monday at noon in the main hall."
    )
    a = printed(week.format("4.1", "90", "3.35", "3.9"), "a", "Bank sells paper")
    b = printed(week.format("5.2", "91", "3.41", "4.1"), "b", "Bank sells paper")
    assert likeness(a, b).runs > 0.4
    assert not likeness(a, b).one


def test_the_same_words_two_weeks_later_are_another_report():
    text = "The central bank left its main rate unchanged at its regular meeting, a spokesman said, as had been widely "
    text += "expected, and gave no news conference; the next meeting is in two weeks, the bank says on its page."
    assert likeness(printed(text, "a", day=date(2024, 3, 1)), printed(text, "b", day=date(2024, 3, 2))).one
    assert not likeness(printed(text, "a", day=date(2024, 3, 1)), printed(text, "b", day=date(2024, 3, 15))).one


def test_a_long_statement_that_both_quote_makes_no_copy():
    one = f"{STATEMENT} Analysts in Geneva doubted that the text will move votes in parliament before the summer break."
    other = f"Shares of shipping lines rose in early trade on hopes of more cargo. {STATEMENT} Oil was little changed."
    assert not likeness(printed(one, "a"), printed(other, "b")).one


def test_pairs_and_families_do_not_depend_on_other_articles():
    prints = [printed(AGENCY, "a"), printed(STATEMENT, "x"), printed(CUT, "b")]
    linked = pairs(prints)
    assert set(linked) == {("a", "b")}
    assert families(["a", "x", "b"], linked) == [["a", "b"], ["x"]]


def test_an_empty_or_endless_text_is_no_copy_of_anything():
    for text in ("", "a", "a " * 50_000):
        assert pairs([printed(text, "a"), printed(AGENCY, "b")]) == {}
