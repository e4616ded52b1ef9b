from onrecord.lineage.stories import Telling, likenesses, stories

SALMON = [
    "Norway and Chile closed talks on salmon inspection in Oslo; certificates for salmon stay open",
    "Chile asks Norway to accept mussel certificates beside salmon before talks in Valparaiso",
]
STEEL = [
    "Turkey lifts the steel quota for Moroccan rebar after a safeguard review in Ankara",
    "Ankara safeguard review: Moroccan steel rebar quota raised, Turkey says",
]


def tellings(*texts: str) -> list[Telling]:
    return [Telling(id=str(number), title="", text=text) for number, text in enumerate(texts)]


def test_reports_of_one_matter_are_one_story():
    found = stories(tellings(SALMON[0], STEEL[0], SALMON[1], STEEL[1]))
    assert found["0"] == found["2"] != found["1"] == found["3"]


def test_what_is_grouped_stays_grouped_when_more_comes():
    before = stories(tellings(*SALMON, *STEEL))
    after = stories(tellings(*SALMON, *STEEL, "A new bridge opens in Lagos"))
    assert {name: after[name] == after["0"] for name in before} == {
        name: before[name] == before["0"] for name in before
    }


def test_a_text_without_words_is_a_story_of_its_own():
    assert stories(tellings("", "12 34", SALMON[0])) == {"0": 0, "1": 1, "2": 2}


def test_pairs_of_one_matter_are_more_alike():
    salmon, steel = tellings(*SALMON), tellings(*STEEL)
    same, other = likenesses([(salmon[0], salmon[1]), (salmon[0], steel[1])])
    assert 0 <= other < same <= 1
