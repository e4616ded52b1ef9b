"""What a run needs to know of the record before it reads, and what it brings to it in the end."""

from collections.abc import Mapping

import msgspec

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion
from onrecord.model.document import Document, Hints
from onrecord.model.entry import Entry, Report
from onrecord.model.run import Run


class Marks(msgspec.Struct, frozen=True):
    """What an article was made from (``cleaned``) and what its assertions were read from (``read``)."""

    cleaned: str
    read: str


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """The record as one run found it; by document.

    ``run`` is the number of the last run, ``parser`` the one that it used ("" where there was none).
    """

    run: int
    parser: str
    names: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, tuple[Hints, ...]]
    marks: Mapping[str, Marks]
    articles: Mapping[str, Article]
    reports: tuple[Report, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run brings, to be written at once.

    ``documents`` are the new ones and those with new names, hints or text; ``articles`` those made or read anew, with
    their marks; ``assertions`` all of each document that was read anew. ``reports`` and ``entries`` are those of the
    whole record. ``done`` are the keys of the work that is handed in.
    """

    documents: tuple[Document, ...]
    articles: tuple[tuple[Article, Marks], ...]
    assertions: Mapping[str, tuple[AnyAssertion, ...]]
    reports: tuple[Report, ...]
    entries: tuple[Entry, ...]
    run: Run
    done: tuple[str, ...]
