"""Which sentences are worth the parser: those with a word that some reader begins with.

It looks at words only, so that it costs a hundredth of the parse, and lets through what it does not know for sure:
``bench/gate.py`` measures what it loses on annotated texts, and what it spares.
"""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.find.actors.lexicon import hits
from onrecord.find.frames.table import patterns
from onrecord.find.speech.cues import cues
from onrecord.knowledge.agreements import agreements
from onrecord.knowledge.inflection import forms
from onrecord.knowledge.instruments import InstrumentRow, VerbRow
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.metrics import Metric
from onrecord.knowledge.speaking import lemmas
from onrecord.knowledge.tables import table

_WORD = re.compile(r"[^\W\d_]+(?:n['’]t\b)?|['’](?:ve|d|ll)\b|n['’]t\b")
_SPOKEN = re.compile(r"[\"“”„«»‹›「」『』]|''|’’|``|(?:^|\s)['‘‚]\w|:(?!\d)|(?:^|\s)[—―–-]{1,2}\s|@\w")
"""Marks of somebody's own words: quotation marks, a colon, a dash, the handle under a post."""
_RATE = re.compile(r"\d[ -]?(?:%|percent\b|per cent\b|pct\b)")
_BACK = re.compile(r"^\W{0,3}[\"“„«]|\b(?:he|she|it|they|him|her|them|his|its|their|both)\b", re.IGNORECASE)
_NEGATED = re.compile(r"n['’]t$")
_SOURCES = frozenset({"according", "citing", "quoting"})
"""Words of phrases that name a source without a verb ("according to"), beside those of "in their words"."""
_NAME = re.compile(r"(?<!\S)[^\W\d_a-z]\S*\s(?:[^\W\d_A-Z]{1,3}\s)?[^\W\d_a-z]")
"""Two words with capitals, side by side or with a small one of a name between them ("van")."""
_UNSURE = frozenset({"short", "city"})
"""Known names that may be part of another's: surnames, towns."""
_SHORTEST = 3
"""Letters of a word of an agreement that is no name alone: T.P.P."""


def may_say(text: str) -> bool:
    """Whether a sentence may say anything that a reader of speech, talks, measures, positions or figures looks for."""
    if _SPOKEN.search(text) or _RATE.search(text):
        return True
    words = set(_WORD.findall(text.lower()))
    if not words.isdisjoint(_starters()):
        return True
    if any(character.isdigit() for character in text) and not words.isdisjoint(_counted()):
        return True
    parts = words | {part for word in words if _NEGATED.search(word) for part in ("not", word[:-3])}
    return any(
        all(not parts.isdisjoint(forms) for forms in rest) for word in parts for rest in _evoking().get(word, ())
    )


def refers_back(text: str) -> bool:
    """Whether somebody named right before a sentence may be meant in it: by a pronoun, or as who is quoted."""
    return _BACK.search(text) is not None


def may_name(text: str) -> bool:
    """Whether the parser must look for names: of a person whom no table knows, or of who made a survey or counted.

    A person's are two words with capitals that are no known name.
    """
    if not _surveys().isdisjoint(_WORD.findall(text.lower())):
        return True
    rest = text
    for hit in hits(text):
        if hit.known.what in _UNSURE:
            continue
        rest = f"{rest[: hit.start]}{'0' * (hit.end - hit.start)}{rest[hit.end :]}"
    return _NAME.search(rest) is not None


@cache
def _surveys() -> frozenset[str]:
    return frozenset(form for lemma in lemmas("survey") for form in forms(lemma))


@cache
def _starters() -> frozenset[str]:
    """Words of which one is enough: cues of speech, instruments and verbs of measures, names of agreements."""
    instruments = table("instruments.toml", InstrumentRow)
    found = {form for lemma, _ in cues().words() for form in forms(lemma)}
    found |= {form for row in table("measure_verbs.toml", VerbRow) for verb in row.verbs for form in forms(verb)}
    found |= _longest(phrase for row in instruments for phrase in (*row.words, *row.weak))
    named = (name for agreement in agreements() for name in agreement.names)
    return frozenset(
        found | _SOURCES | opening("wording") | {word for word in _longest(named) if len(word) > _SHORTEST}
    )


@cache
def _counted() -> frozenset[str]:
    """Words of which one is enough beside a digit: what is counted in trade."""
    rows = table("metrics.toml", Metric)
    return frozenset(_longest(word for row in rows for word in (*row.words, *row.weak, *row.growth))) | frozenset(
        form for row in rows for verb in row.verbs for form in forms(verb.split()[0])
    )


def _longest(phrases: Iterable[str]) -> set[str]:
    """The longest word of each phrase: the one that says most."""
    return {max(words, key=len) for phrase in phrases if (words := _WORD.findall(phrase.lower()))}


@cache
def _evoking() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """By each form of a word that evokes frames: the words, in all forms, that must stand with it."""
    found: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for lemma, some in patterns().items():
        needs = {tuple(forms(word.lemma) for word in pattern.rest) for pattern in some}
        for form in forms(lemma):
            found.setdefault(form, set()).update(needs)
    return {form: ((),) if () in needs else tuple(needs) for form, needs in found.items()}
