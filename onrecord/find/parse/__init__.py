"""Sentences to words with their grammar: the dearest step, taken only where a sentence may say something."""

from onrecord.find.parse.packing import packed, unpacked
from onrecord.find.parse.parser import (
    DEFAULT_MODEL,
    LONGEST,
    MissingModel,
    Parser,
    SpacyParser,
    parsed,
    parser,
    texts,
    worth_parsing,
)

__all__ = [
    "DEFAULT_MODEL",
    "LONGEST",
    "MissingModel",
    "Parser",
    "SpacyParser",
    "packed",
    "parsed",
    "parser",
    "texts",
    "unpacked",
    "worth_parsing",
]
