"""The parses of the sentences to be read: each distinct sentence once, however many articles and runs it stands in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from onrecord.find.parse import Parser, packed, unpacked
from onrecord.find.parse.gate import may_name
from onrecord.model.mention import Token
from onrecord.store import Database

Make = Callable[[], Parser]
AT_ONCE = 256
"""Sentences that are parsed and kept together: what a killed run may lose."""


class Parses:
    """The parses kept with a record, of one parser."""

    def __init__(self, database: Database, parser: str) -> None:
        self._database = database
        self._parser = parser

    def of(self, sentences: Iterable[str]) -> dict[str, bytes]:
        """The parses of those of these sentences that are parsed already."""
        keys = {text: self._key(text) for text in sentences}
        kept = self._database.parses(list(keys.values()))
        return {text: kept[key] for text, key in keys.items() if key in kept}

    def keep(self, parses: Mapping[str, bytes]) -> None:
        """Keep the parses of these sentences."""
        self._database.keep_parses({self._key(text): parse for text, parse in parses.items()})

    def _key(self, text: str) -> bytes:
        """A mark of all that a parse depends on: whether names are looked for depends on the tables."""
        return sha256(f"{self._parser}\0{may_name(text):d}\0{text}".encode()).digest()[:16]


class KeptParser:
    """A parser that takes from the parses at hand. The parser behind it is made only when one is missing or damaged."""

    def __init__(self, name: str, kept: Mapping[str, bytes], make: Make) -> None:
        self.name = name
        self._kept = kept
        self._make = make

    def parse(self, texts: Sequence[str]) -> list[tuple[Token, ...]]:
        """See ``Parser.parse``."""
        found = {text: self._taken(text) for text in dict.fromkeys(texts)}
        lacking = [text for text, tokens in found.items() if tokens is None]
        anew = dict(zip(lacking, self._make().parse(lacking), strict=True)) if lacking else {}
        return [anew[text] if (tokens := found[text]) is None else tokens for text in texts]

    def _taken(self, text: str) -> tuple[Token, ...] | None:
        try:
            return unpacked(text, self._kept[text]) if text in self._kept else None
        except ValueError:  # a damaged row costs a parse, not the article
            return None


def pieces(lacking: Sequence[str]) -> Iterator[Sequence[str]]:
    """Sentences in pieces, each of them work for one process."""
    for start in range(0, len(lacking), AT_ONCE):
        yield lacking[start : start + AT_ONCE]


def parse(sentences: Sequence[str], parser: Parser) -> dict[str, bytes]:
    """The parses of these sentences, packed."""
    return {text: packed(text, tokens) for text, tokens in zip(sentences, parser.parse(sentences), strict=True)}
