"""Sentences to words with their grammar: the dearest step, taken only where a sentence may say something."""

from onrecord.find.parse.parser import (
    DEFAULT_MODEL,
    LONGEST,
    MissingModel,
    Parser,
    SpacyParser,
    parsed,
    parser,
    worth_parsing,
)

__all__ = ["DEFAULT_MODEL", "LONGEST", "MissingModel", "Parser", "SpacyParser", "parsed", "parser", "worth_parsing"]
