"""The words that refer back, and where they stand."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from onrecord.model.span import Span

Way = Literal["he", "she", "it", "they", "we", "i", "pair", "three", "leaders", "country", "administration", "bloc", "body", "own"]


class Reference(Span, frozen=True, kw_only=True):
    """Words that refer to an actor named elsewhere. ``head`` is their head word; ``possessive`` as in "his"."""

    way: Way
    head: str = ""
    possessive: bool = False


_COUNTED = r"(?:countries|nations|sides|allies|governments|economies|neighbo[u]?rs|partners|powers|parties|capitals|superpowers|economic powers|trading partners|trade partners|rivals|largest economies)"
_LEADERS = r"(?:leaders|presidents|ministers|prime ministers|heads of state|men|officials|negotiators|envoys)"
_BODY = r"(?:company|firm|carmaker|automaker|chipmaker|manufacturer|agency|ministry|department|commission|association|group|organi[sz]ation|institute|committee|council|bank|think[ -]tank|embassy|federation|alliance|union|bureau)"
_PATTERN = re.compile(
    rf"""
    (?P<pair>\b(?:(?:the|these|those|our|their|its)[ ])?(?:two|both)[ ](?:of[ ](?:the|our)[ ])?(?:\w+[ ])?{_COUNTED}\b
        |\bboth[ ](?=(?:agreed|have[ ]agreed|said)\b))
    |(?P<three>\b(?:the[ ]|all[ ])three[ ](?:\w+[ ])?{_COUNTED}\b)
    |(?P<leaders>\b(?:the[ ]|these[ ])?(?:two|both)[ ](?:\w+[ ])?{_LEADERS}\b|\bthe[ ]leaders\b|\bthe[ ]pair\b(?=[ ](?:met|agreed|will|also|discussed|spoke|are|were|have|had|said)))
    |(?P<countries>\bthe[ ](?:countries|nations|sides|parties|allies)\b)
    |(?P<country>\bthe[ ](?:country|nation)\b)
    |(?P<own>\b(?:his|her)[ ](?:administration|government|country|nation|cabinet)\b)
    |(?P<administration>\bthe[ ](?:administration|government)\b)
    |(?P<bloc>\bthe[ ](?:28-nation[ ]|27-nation[ ]|trading[ ]|trade[ ]|28-member[ ]|27-member[ ]|28-country[ ]|27-country[ ])?bloc\b)
    |(?P<body>\bthe[ ]{_BODY}\b)
    |(?P<he>\b(?:he|him|himself|his)\b)
    |(?P<she>\b(?:she|her|herself|hers)\b)
    |(?P<they>\b(?:they|them|their|themselves|theirs)\b)
    |(?P<it>\b(?:it|its|itself)\b)
    |(?P<we>\b(?:we|our|us|ours|ourselves)\b)
    |(?P<i>\b(?:i|my|me|myself|mine)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my"})
_US = re.compile(r"US\b")


def references(body: str) -> Iterator[Reference]:
    """Every word or phrase of ``body`` that may refer back, left to right."""
    for match in _PATTERN.finditer(body):
        way = match.lastgroup or ""
        words = match.group()
        low = words.lower()
        if words == "US" or (way == "i" and words == "i"):
            continue
        if way == "countries":
            way = "pair"
        yield Reference(
            start=match.start(),
            end=match.end(),
            way=way,  # type: ignore[arg-type]
            head=low.split()[-1],
            possessive=low in _POSSESSIVE,
        )
