"""Documents to articles: their own text, and what is set aside, and why."""

import re
from datetime import date

from onrecord.model.article import Article, Found, Piece, Published
from onrecord.model.days import Days
from onrecord.model.document import Document
from onrecord.model.span import Span


def article(document: Document) -> Article:
    """The article in a document."""
    body, pieces, paragraphs = "", [], []
    for match in re.finditer(r"[^\n]+", document.text):
        body += "\n" if body else ""
        pieces.append(Piece(len(body), match.start(), len(match.group())))
        paragraphs.append(Span(start=len(body), end=len(body) + len(match.group())))
        body += match.group()
    hint = document.hints[0] if document.hints else None
    day = date.fromisoformat(hint.published) if hint and hint.published else None
    return Article(
        doc=document.sha256,
        name=document.name,
        text=document.text,
        body=body,
        pieces=tuple(pieces),
        paragraphs=tuple(paragraphs),
        published=Published(days=Days(first=day, last=day), where="manifest") if day else None,
        outlet=Found(value=hint.outlet, where="manifest") if hint and hint.outlet else None,
        agency=Found(value=hint.agency, where="manifest") if hint and hint.agency else None,
    )
