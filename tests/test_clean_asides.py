"""Asides: the table's own examples, and what form and place give away."""

import json
import re
from pathlib import Path

from pytest import mark, raises

from onrecord import clean
from onrecord.clean.asides.hover import hovers
from onrecord.clean.asides.links import headline_like
from onrecord.clean.asides.posts import is_outlet
from onrecord.knowledge.boilerplate import Boilerplate, Rule, rules
from onrecord.knowledge.tables import BadTable
from onrecord.model.article import Article
from onrecord.model.document import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"


def read(text: str) -> Article:
    return clean.article(Document.of(text.encode(), name="a.txt", media_type="text/plain", text=text))


@mark.parametrize("rule", rules().all, ids=lambda rule: rule.row.name)
def test_each_row_finds_what_it_says_and_not_its_near_misses(rule: Rule) -> None:
    assert rule.row.says, "a row without an example"
    for words in rule.row.says:
        assert rule.find(words), words
        assert rule in rules().for_paragraph(words), "the quick way past it misses it"
    for words in rule.row.near:
        assert not rule.find(words), words


def test_names_of_rows_are_their_own() -> None:
    names = [rule.row.name for rule in rules().all]
    assert len(names) == len(set(names))


def test_a_row_whose_pattern_is_broken_is_named() -> None:
    with raises(BadTable, match="odd-row"):
        Rule(Boilerplate(name="odd-row", why="teaser", at="any", takes="match", pattern="("))


def cards(text: str) -> list[str]:
    return [aside.of(text) for aside in hovers(text, 0, len(text))]


def test_cards_of_people_are_cut_out_of_the_sentence() -> None:
    text = (
        "Minister Ann Roe Ann (Annie) Maria RoeGrowers fret Talks stall again MORE said no. Al Poe Albert PoeMORE left."
    )
    assert cards(text) == ["Ann (Annie) Maria RoeGrowers fret Talks stall again MORE", "Albert PoeMORE"]
    assert read(text).body == "Minister Ann Roe said no. Al Poe left."


def test_a_card_before_a_stop_leaves_no_blank() -> None:
    assert read("It helps those who vote for Ann Roe Ann Maria RoeOne story Two stories MORE.").body.endswith(
        "for Ann Roe."
    )


@mark.parametrize(
    "text", ["They want MORE of it.", "McDonald and YouTube want MORE.", "Ann Roe said RoeCorp sells MORE steel."]
)
def test_more_is_no_card_without_a_doubled_name(text: str) -> None:
    assert cards(text) == []


@mark.parametrize(
    ("name", "handle", "outlet"),
    [
        ("Bloomberg", "@business", True),
        ("Example London News", "@example", True),
        ("CSPAN", "@cspan", True),
        ("Ann Roe", "@annroe", False),
        ("Foreign Ministry", "@mofa", False),
    ],
)
def test_posts_of_outlets_are_told_from_those_of_parties(name: str, handle: str, outlet: bool) -> None:
    assert is_outlet(name, handle) is outlet


def test_only_an_outlets_post_is_set_aside() -> None:
    own = "We will not sign this. Not now, not ever! — Ann Roe (@annroe) May 3, 2019"
    others = "Growers march on the capital https://t.co/abc — Reuters (@Reuters) May 3, 2019"
    article = read(f"The envoy spoke.\n{own}\n{others}\nThen she left.")
    assert own in article.body and others not in article.body
    assert [(aside.why, aside.of(article.text)) for aside in article.asides] == [("embedded", others)]


@mark.parametrize(
    "words",
    [
        "Growers Fear Higher Duties After Long Weekend of Talks",
        "GROWERS FEAR HIGHER DUTIES AFTER LONG WEEKEND TALKS",
        "Why Steel Costs More: A Guide to the Duty",
    ],
)
def test_headline_like_lines(words: str) -> None:
    assert headline_like(words)


@mark.parametrize(
    "words",
    [
        "Steel and cars",
        "What was agreed?",
        "The envoys met in Oslo on Monday",
        "KEEPING THE LEVER",
        "Growers Fear Duties.",
    ],
)
def test_headings_and_sentences_are_no_headlines_of_other_stories(words: str) -> None:
    assert not headline_like(words)


STORY = [
    "Envoys of Norway and Chile met in Oslo on Monday to speak of duties on salmon, the fisheries ministry said.",
    "Chile wants the duty on farmed salmon gone by June, while Norway asks for licences for its trawlers in return.",
    "The salmon duty has stood since 2019, when Norway took Chile before the trade body over its subsidies.",
    "Both envoys said that they would meet again in Santiago once the fisheries ministry has answered.",
]
OTHER = (
    "A robot that folds laundry drew long queues at the electronics fair in Lyon, where its makers showed how it tells "
    "towels from trousers. The machine, which weighs as much as a grown dog, learns from videos that volunteers send. "
    "Its engineers began with a toy arm in a garage and now employ forty people near the river. Rivals from Turin "
    "showed kitchen helpers that peel potatoes and stir soup. Visitors could vote for the machine that they most like "
    "to take home, and the laundry folder won by a wide margin over a lawn mower that sings to hedgehogs at night."
)


def whys(paragraphs: list[str]) -> list[str]:
    return [aside.rule for aside in read("\n".join(paragraphs)).asides]


def test_another_story_at_the_end_is_told_by_its_subject_alone() -> None:
    assert whys([*STORY, OTHER]) == ["another-subject"]


def test_a_cut_off_story_and_a_kicker_give_themselves_away() -> None:
    assert whys([*STORY, OTHER[:-30]]) == ["cut-off"]
    assert whys([*STORY, "FOLDING TIME: Queues were long. " + OTHER]) == ["kicker"]
    assert whys([*STORY, OTHER, "SINGING MOWER: Hedgehogs sleep well. " + OTHER[:-9]]) == ["another-subject", "kicker"]


def test_a_long_last_paragraph_on_the_same_subject_stays() -> None:
    same = (
        " ".join(STORY)
        + " Salmon farmers in Chile fear for their licences, and trawler owners in Norway for their quotas. " * 3
    )
    assert whys([*STORY, same]) == []


def test_a_last_paragraph_that_leans_on_the_one_before_stays() -> None:
    assert whys([*STORY, "But " + OTHER]) == []


def test_a_story_in_the_middle_stays() -> None:
    assert whys([STORY[0], STORY[1], OTHER, *STORY[2:]]) == []


def test_a_short_line_without_a_stop_at_the_end_is_no_teaser() -> None:
    assert whys([*STORY, "Talks go on in Santiago"]) == []


@mark.skipif(not (SHARED / "gold" / "talks").is_dir(), reason="the shared gold is not here")
def test_floors_against_the_gold() -> None:
    hits = wanted = got = 0
    for file, folder in (
        ("asides.jsonl", SHARED / "seeds"),
        ("dev_asides.jsonl", SHARED / "gold" / "talks" / "articles"),
    ):
        rows = [json.loads(line) for line in (SHARED / "gold" / "talks" / file).read_text("utf-8").splitlines()]
        for path in sorted(folder.glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as stream:
                text = stream.read()
            blanks = {match.start() for match in re.finditer(r"\s", text)}
            mine = {at for aside in read(text).asides for at in range(aside.start, aside.end)} - blanks
            theirs = {at for row in rows if row["doc"] == path.name for at in range(row["start"], row["end"])} - blanks
            hits, wanted, got = hits + len(mine & theirs), wanted + len(theirs), got + len(mine)
    assert hits >= 0.98 * got and hits >= 0.97 * wanted
