"""A small record for tests of the store: one document with one assertion of each kind."""

from datetime import date

from onrecord.model.article import Article, Found, Piece, Published
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement, assertion_id
from onrecord.model.days import Days
from onrecord.model.document import Document, Hints
from onrecord.model.entry import Conflict, Entry, Report
from onrecord.model.notice import Notice
from onrecord.model.run import Run
from onrecord.model.span import Span
from onrecord.store import Change, Marks

JUNE = Days(first=date(2025, 6, 2), last=date(2025, 6, 2))
TEXT = "Talks in Oslo\nEnvoys met in Oslo on Monday."


def a_document(text: str = TEXT, name: str = "oslo.txt") -> Document:
    hints = (Hints(published="2025-06-02", outlet="Fjord Post", where="manifest"),)
    return Document.of(text.encode(), name=name, media_type="text/plain", text=text, hints=hints)


def an_article(document: Document) -> Article:
    body = document.text.partition("\n")[2]
    start = len(document.text) - len(body)
    return Article(
        doc=document.sha256,
        name=document.name,
        text=document.text,
        body=body,
        pieces=(Piece(0, start, len(body)),),
        paragraphs=(Span(start=0, end=len(body)),),
        headline=Found(value="Talks in Oslo", where="text", span=Span(start=0, end=13)),
        published=Published(days=JUNE, where="manifest"),
    )


def a_change(*documents: Document, number: int = 1) -> Change:
    articles = [an_article(document) for document in documents]
    said: dict[str, tuple[AnyAssertion, ...]] = {}
    for article in articles:
        proof = {"doc": article.doc, "start": 14, "end": 32, "exact": article.text[14:32]}
        said[article.doc] = (
            Meeting(**proof, parties=("NO", "US"), when=JUNE, place="Oslo", issues=("tariffs/exemption",)),
            Measure(**proof, instrument="tariff", imposer="US", target="NO", rate=15.0, action="in-force", when=JUNE),
            Position(**proof, actor=("NO",), stance="request", deadline=JUNE, via=("an envoy", "Fjord Post")),
            Figure(**proof, metric="exports", reporter="NO", value=1.5e9, unit="USD", period=JUNE),
            Statement(**proof, speaker="Kari Nord", direct=True, certainty="possible"),
        )
    entries = tuple(
        Entry(
            id=f"x-{number}{assertion_id(one)}",
            kind=type(one).__struct_config__.tag,
            best=one,
            supports=(assertion_id(one),),
            reports=1,
            said=JUNE,
            conflicts=(Conflict(slot="value", sides=(("1", (assertion_id(one),)),), reason="mirror"),),
        )
        for doc in said
        for one in said[doc]
    )
    return Change(
        documents=documents,
        articles=tuple((article, Marks("c", "r")) for article in articles),
        assertions=said,
        reports=tuple(Report(id=f"r-{one.doc[:6]}", docs=(one.doc,), story="s-1") for one in articles),
        entries=entries,
        run=Run(number=number, documents=1, notices=(Notice(about="x.pdf", stage="intake", reason="empty"),)),
        done=("k1",),
    )
