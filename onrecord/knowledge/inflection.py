"""The forms that a word may have in a text, from its lemma: spelling rules of English and a table of what they miss.

More forms than there are do no harm: they are looked for in texts, not written.
"""

import re
from functools import cache

import msgspec

from onrecord.knowledge.tables import table

_HISSING = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CLOSED = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$|[^aeiou][aeiou]l$|qu[aeiou][^aeiouwxy]$")
"""Endings whose last letter may double: plan, travel, quit."""


class Irregular(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``irregular.csv``."""

    lemma: str
    forms: tuple[str, ...]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row.lemma: row.forms for row in table("irregular.csv", Irregular)}


@cache
def forms(lemma: str) -> frozenset[str]:
    """The lemma and all that it may become as a noun or a verb, in small letters; of several words, the first changes.

    >>> sorted(forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    first, space, rest = lemma.lower().partition(" ")
    stem = first[:-1]
    found = {first, *_irregular().get(first, ())}
    if first.endswith("y") and stem[-1:] not in "aeiou":
        found |= {f"{stem}ies", f"{stem}ied", f"{first}ing"}
    elif first.endswith("e"):
        found |= {f"{first}s", f"{first}d", f"{stem}ing", f"{first}ing"}
    else:
        found |= {f"{first}es" if _HISSING.search(first) else f"{first}s", f"{first}ed", f"{first}ing"}
        if _CLOSED.search(first):
            found |= {f"{first}{first[-1]}ed", f"{first}{first[-1]}ing"}
    return frozenset(f"{form}{space}{rest}" for form in found)
