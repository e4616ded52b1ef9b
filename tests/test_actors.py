"""Actors: who is named, as what, and for whom they act; near misses beside hits."""

from datetime import date

import pytest
from msgspec.structs import replace

from onrecord.find.actors import find_actors
from onrecord.find.parse import parser
from onrecord.find.sentences import sentences as split
from onrecord.model.mention import ActorMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span

DAY = date(2025, 5, 27)


def found(text: str, day: date | None = DAY, *, parsed: bool = False) -> tuple[ActorMention, ...]:
    """The actors of a text of one paragraph; the parser is left out unless asked for."""
    spans = split(text, Span(start=0, end=len(text)))
    sentences = []
    for span in spans:
        tokens = parser().parse([span.of(text)])[0] if parsed else ()
        moved = tuple(replace(token, start=token.start + span.start, end=token.end + span.start) for token in tokens)
        sentences.append(Sentence(start=span.start, end=span.end, paragraph=0, tokens=moved))
    return find_actors(text, tuple(sentences), day)


def one(text: str, words: str, day: date | None = DAY) -> ActorMention:
    """The mention that stands exactly at ``words``."""
    hits = [actor for actor in found(text, day) if actor.of(text) == words]
    assert hits, f"no mention at {words!r}: {[actor.of(text) for actor in found(text, day)]}"
    return hits[0]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The US wants a deal.", "US", "US"),
        ("The U.S.-Japan talks went on.", "U.S.", "US"),
        ("The U.S.-Japan talks went on.", "Japan", "JP"),
        ("The US-China talks went on.", "US", "US"),
        ("The US-China talks went on.", "China", "CN"),
        ("A Mexican-made car.", "Mexican", "MX"),
        ("Washington demanded cuts.", "Washington", "US"),
        ("They want concessions from Seoul.", "Seoul", "KR"),
        ("Brussels’s offer was thin.", "Brussels", "EU"),
        ("The White House agreed.", "White House", "US"),
        ("Korean cars sell well.", "Korean", "KR"),
        ("North Korean cars do not.", "North Korean", "KP"),
        ("The Trump administration agreed.", "Trump administration", "US"),
        ("The Chinese side was pleased.", "Chinese side", "CN"),
    ],
)
def test_a_state_is_found_by_its_words(text: str, words: str, code: str) -> None:
    mention = one(text, words)
    assert (mention.kind, mention.states) == ("state", (code,))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Talks in Washington went on.", "US"),
        ("He flew to Beijing.", "CN"),
        ("A Beijing-based firm grew.", "CN"),
        ("It was in the Washington Post.", "US"),
        ("They gave us little.", "US"),
        ("It cost US$55 a head.", "US"),
        ("Ships in the South China Sea waited.", "CN"),
        ("The slogan was America First.", "US"),
        ("It happened in New England.", "GB"),
        ("The North American Free Trade Agreement ended.", "US"),
    ],
)
def test_what_only_looks_like_a_state_is_none(text: str, code: str) -> None:
    assert [actor.of(text) for actor in found(text) if actor.kind == "state" and code in actor.states] == []


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation", "states"),
    [
        ("US Trade Representative Ann Bell spoke.", "Ann Bell", "Trade Representative", "US", ("US",)),
        ("Vice Commerce Minister Ning Yue of China spoke.", "Ning Yue", "Vice Commerce Minister", "CN", ("CN",)),
        (
            "South Korean Minister of Trade, Industry and Energy Seo Min-ah spoke.",
            "Seo Min-ah",
            "Minister of Trade, Industry and Energy",
            "KR",
            ("KR",),
        ),
        ("Japan’s top negotiator, Kenji Mori, spoke.", "Kenji Mori", "top negotiator", "JP", ("JP",)),
        (
            "Jo Reed, an economist at Northern Bank, spoke.",
            "Jo Reed",
            "economist at Northern Bank",
            "Northern Bank",
            (),
        ),
        (
            "Jo Reed, president of the Mill Owners Federation, spoke.",
            "Jo Reed",
            "president of the Mill Owners Federation",
            "Mill Owners Federation",
            (),
        ),
        ("Former French trade minister Luc Petit spoke.", "Luc Petit", "Former trade minister", "", ()),
        ("Deputy US Trade Representative Ann Bell spoke.", "Ann Bell", "Deputy Trade Representative", "US", ("US",)),
        (
            "Ann Bell of Ohio, chairman of the Mill Board, spoke.",
            "Ann Bell",
            "chairman of the Mill Board",
            "Mill Board",
            (),
        ),
        ("the tariffs President Trump announced", "Donald Trump", "President", "US", ("US",)),
        ("President Trump spoke.", "Donald Trump", "President", "US", ("US",)),
        ("Sen. Mary Holt spoke.", "Mary Holt", "Senator", "US", ()),
        ("Secretary of the Treasury Scott Bessent spoke.", "Scott Bessent", "Secretary of the Treasury", "US", ("US",)),
    ],
)
def test_a_person_has_role_and_affiliation(
    text: str, name: str, role: str, affiliation: str, states: tuple[str, ...]
) -> None:
    person = next(actor for actor in found(text) if actor.kind == "person")
    assert person.name == name
    assert person.role.lower() == role.lower()
    assert person.states == states
    if states or affiliation != "":
        assert person.affiliation == affiliation


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2016, 6, 1), ()),
        (date(2018, 6, 1), ("US",)),
        (date(2022, 6, 1), ()),
        (date(2025, 6, 1), ("US",)),
        (None, ("US",)),
    ],
)
def test_an_office_holds_on_its_days(day: date | None, states: tuple[str, ...]) -> None:
    assert one("Trump called the pact a bad deal.", "Trump", day).states == states


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    text = "Trade minister Seo Min-ah met Jo van der Reed, a lawyer. Seo left first. Van der Reed stayed, Ms. Seo said."
    again = [(actor.of(text), actor.name) for actor in found(text) if actor.kind == "person"]
    assert ("Seo", "Seo Min-ah") in again
    assert sum(name == "Seo Min-ah" for _, name in again) == 3


@pytest.mark.parametrize("text", ["Tai Hui, a strategist, spoke.", "Mr. Moe met Melania Trump there."])
def test_a_known_surname_in_another_name_is_not_the_known_person(text: str) -> None:
    assert not {"Katherine Tai", "Donald Trump"} & {actor.name for actor in found(text, parsed=True)}


def test_two_of_one_surname_are_candidates() -> None:
    text = "Minister Ann Bell met Minister Tom Bell. Bell spoke."
    last = found(text)[-1]
    assert last.name == ""
    assert set(last.candidates) == {"Ann Bell", "Tom Bell"}


@pytest.mark.parametrize(
    ("text", "name", "states"),
    [
        ("An unnamed South Korean trade official spoke.", "unnamed South Korean trade official", ("KR",)),
        ("Chinese officials were pleased.", "Chinese officials", ("CN",)),
        ("Two people familiar with the matter spoke.", "Two people familiar with the matter", ()),
        ("Officials from Canada and Mexico spoke.", "Officials from Canada and Mexico", ("CA", "MX")),
        ("A British government source spoke.", "British government source", ("GB",)),
        ("South Korean media were told.", "South Korean media", ()),
        ("Customs data showed it.", "Customs data", ()),
    ],
)
def test_who_has_no_name_is_described(text: str, name: str, states: tuple[str, ...]) -> None:
    actors = [actor for actor in found(text, parsed=True) if actor.kind == "described"]
    assert [(actor.name, actor.states) for actor in actors] == [(name, states)]


@pytest.mark.parametrize(
    ("text", "name", "states"),
    [
        ("China's Commerce Ministry replied.", "China's Commerce Ministry", ("CN",)),
        ("Japan’s finance ministry replied.", "Japan’s finance ministry", ("JP",)),
        ("The Peruvian Ministry of Labour, Energy and Trade replied.", None, ("PE",)),
        ("The Northern Steel Makers Association replied.", "Northern Steel Makers Association", ()),
        ("The WTO replied.", "World Trade Organization", ()),
        ("Congress replied.", "US Congress", ()),
    ],
)
def test_a_body_is_found_and_acts_for_its_state_or_not(text: str, name: str | None, states: tuple[str, ...]) -> None:
    body = next(actor for actor in found(text) if actor.kind == "body")
    assert name is None or body.name == name
    assert body.states == states


def test_an_agency_is_a_medium() -> None:
    assert one("Reuters reported it.", "Reuters").medium
    assert not one("The WTO reported it.", "WTO").medium


def test_mentions_are_in_order_and_the_outer_comes_first() -> None:
    actors = found("Chinese officials met US President Donald Trump and Japan's trade minister in Seoul.")
    assert list(actors) == sorted(actors, key=lambda actor: (actor.start, -actor.end))


@pytest.mark.parametrize("word", ["a", "US ", "he ", "China and ", "Minister of Trade, ", "Mr. Xi said "])
def test_long_nonsense_is_read_in_time(word: str) -> None:
    text = word * (40_000 // len(word))
    sentence = Sentence(start=0, end=len(text), paragraph=0)
    assert len(find_actors(text, (sentence,), None)) <= len(text)
