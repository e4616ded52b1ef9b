"""The tables behind measures: instruments, what happens to them, scopes, products and chapters of MAST."""

from functools import cache

import msgspec

from onrecord.knowledge.instruments import InstrumentRow, Scope
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.assertion import Instrument


class ActionRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for what happens to a measure. ``step`` is explained at the head of the table."""

    step: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    only: tuple[Instrument, ...] = ()
    except_: tuple[Instrument, ...] = msgspec.field(default=(), name="except")
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class ScopeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that give a measure's scope."""

    scope: Scope
    words: tuple[str, ...]
    says: tuple[str, ...] = ()


class EveryoneRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a target that is no single state."""

    target: str
    words: tuple[str, ...]
    says: tuple[str, ...] = ()


class ProductRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for one product, and its chapters or headings of the Harmonized System where they are plain."""

    words: tuple[str, ...]
    hs: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class MastRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A chapter of MAST and the words in a measure's phrase that point to it."""

    chapter: str
    name: str
    words: tuple[str, ...]
    says: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class WordsRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list of words with its use."""

    use: str
    about: str
    words: tuple[str, ...]


@cache
def words(use: str) -> frozenset[str]:
    """The words of one use; raises KeyError where the table has none."""
    found = frozenset(word for row in table("measure_words.toml", WordsRow) if row.use == use for word in row.words)
    if not found:
        raise KeyError(use)
    return found


class Actions:
    """The steps that verbs, nouns and adjectives stand for, for one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self.verbs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.nouns: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        rows = [row for row in table("actions.toml", ActionRow) if instrument not in row.except_]
        # What is said of this very instrument goes before what is said of all.
        for row in sorted(
            (row for row in rows if not row.only or instrument in row.only), key=lambda row: not row.only
        ):
            for verb in row.verbs:
                lemma, *rest = verb.split()
                self.verbs.setdefault(lemma, []).append((tuple(rest), row.step))
            for words, into in ((row.nouns, self.nouns), (row.adjectives, self.adjectives)):
                for word in words:
                    into.setdefault(word, row.step)
        for phrases in self.verbs.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))


@cache
def actions(instrument: Instrument) -> Actions:
    """The steps for ``instrument``."""
    return Actions(instrument)


@cache
def instruments() -> Phrases[tuple[InstrumentRow, bool]]:
    """Words of instruments, each with its row and whether it is weak. A strong word goes before the same weak one."""
    rows = table("instruments.toml", InstrumentRow)
    strong = [(word, (row, False)) for row in rows for word in row.words]
    weak: dict[str, list[InstrumentRow]] = {}
    return Phrases([*strong, *((word, (row, True)) for row in rows for word in row.weak if not weak.get(word))])


@cache
def weak_rows() -> dict[str, tuple[InstrumentRow, ...]]:
    """For each weak word, the rows that may be meant, in the order of the table."""
    found: dict[str, tuple[InstrumentRow, ...]] = {}
    for row in table("instruments.toml", InstrumentRow):
        for word in row.weak:
            found[word] = (*found.get(word, ()), row)
    return found


@cache
def scopes() -> Phrases[Scope]:
    """Words that give a scope."""
    return Phrases((word, row.scope) for row in table("scopes.toml", ScopeRow) for word in row.words)


@cache
def everyone() -> Phrases[str]:
    """Words for most nations."""
    return Phrases((word, row.target) for row in table("everyone.toml", EveryoneRow) for word in row.words)


@cache
def products() -> Phrases[ProductRow]:
    """Words for products."""
    return Phrases((word, row) for row in table("products.csv", ProductRow) for word in row.words)


@cache
def mast_words() -> Phrases[str]:
    """Words that point to a chapter of MAST."""
    return Phrases((word, row.chapter) for row in table("mast.csv", MastRow) for word in row.words)
