from onrecord.model.article import Article, Piece
from onrecord.model.span import Span


def article() -> Article:
    text = "Ross Wilbur RossMORE STORIES said\nthat talks go on."
    body = "Ross said that talks go on."
    return Article(
        doc="d",
        name="n",
        text=text,
        body=body,
        pieces=(Piece(0, 0, 5), Piece(5, 29, 4), Piece(10, 34, 17)),
        paragraphs=(Span(start=0, end=len(body)),),
    )


def test_every_word_of_the_body_finds_its_way_back():
    page = article()
    for words in ("Ross", "said", "that talks", "go on."):
        start = page.body.index(words)
        assert page.source(start, start + len(words)).of(page.text) == words


def test_a_span_over_an_aside_holds_the_aside():
    page = article()
    assert page.source(0, 9).of(page.text) == "Ross Wilbur RossMORE STORIES said"


def test_the_way_to_the_body_leaves_asides_out():
    page = article()
    assert page.own(Span(start=0, end=33)) == Span(start=0, end=9)
    assert page.own(Span(start=6, end=20)) is None
