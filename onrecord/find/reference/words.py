"""The words that refer back, and where they stand."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

from onrecord.knowledge.references import nouns
from onrecord.model.span import Span

Way = Literal[
    "pair",
    "three",
    "leaders",
    "countries",
    "country",
    "own",
    "administration",
    "bloc",
    "body",
    "latter",
    "he",
    "she",
    "they",
    "it",
    "we",
    "i",
]


class Reference(Span, frozen=True, kw_only=True):
    """Words that refer to an actor named elsewhere. ``head`` is their last word; ``possessive`` as in "his"."""

    way: Way
    head: str = ""
    possessive: bool = False


_POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my"})


@cache
def _pattern() -> re.Pattern[str]:
    counted, people, body = nouns("counted"), nouns("leaders"), nouns("body")
    meeting = "met|agreed|will|also|discussed|spoke|are|were|have|had|said"
    ways: dict[Way, str] = {
        "pair": rf"(?:(?:the|these|those|our|their|its) )?(?:two|both) (?:of (?:the|our) )?(?:\w+ )?{counted}"
        r"|both (?=(?:agreed|have agreed|said)\b)",
        "three": rf"(?:the|all) three (?:\w+ )?{counted}",
        "leaders": rf"(?:(?:the|these) )?(?:two|both) (?:\w+ )?{people}|the leaders|the pair(?= (?:{meeting}))",
        "countries": r"the (?:countries|nations|sides|parties|allies)",
        "country": r"the (?:country|nation)",
        "own": r"(?:his|her) (?:administration|government|country|nation|cabinet)",
        "administration": r"the (?:federal )?(?:administration|government)",
        "bloc": r"the (?:(?:\d\d-(?:nation|member|country|state)|trading|trade) )?bloc",
        "body": rf"the (?:[\w-]+-based )?{body}",
        "latter": r"the (?:latter|former)(?= (?:also |later )?(?:said|told|added|had|has|called|warned|agreed))",
        "he": "he|him|himself|his",
        "she": "she|her|herself|hers",
        "they": "they|them|their|themselves|theirs",
        "it": "it|its|itself",
        "we": "we|our|us|ours|ourselves",
        "i": "i|my|me|myself|mine",
    }
    either = "|".join(rf"(?P<{way}>{words})" for way, words in ways.items())
    # most words begin with another letter, and are passed over at once
    return re.compile(rf"\b(?=[abhimostuw])(?:{either})\b", re.IGNORECASE)


def references(body: str) -> Iterator[Reference]:
    """Every word or phrase of ``body`` that may refer back, left to right."""
    for match in _pattern().finditer(body):
        way = next(way for way in get_args(Way) if match.group(way) is not None)
        words = match.group()
        if words in ("US", "i", "IT", "ME"):
            continue
        low = words.lower()
        yield Reference(
            start=match.start(), end=match.end(), way=way, head=low.split()[-1], possessive=low in _POSSESSIVE
        )
