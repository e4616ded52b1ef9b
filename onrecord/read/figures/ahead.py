"""Figures of what is not yet: what somebody means to do, and what is only expected."""

import re

from onrecord.model.assertion import Certainty
from onrecord.model.span import Span
from onrecord.read.figures.reading import Reading

_MEANT = re.compile(
    r"\b(?:will|shall|agree\w*\sto|pledg\w+\sto|promis\w+\sto|commit\w*\sto|plan(?:s|ned|ning)?\sto|aim\w*\s(?:to|at)|hop(?:e|es|ed|ing)\sto"
    r"|want\w*\sto|seek\w*\sto|sought\sto|set\sto|intend\w*\sto|vow\w*\sto|targets?\s(?:of|to|is)|goal\s(?:of|is)|pledge\s(?:\w+\s){0,3}to"
    r"|(?:agreement|promise|offer|commitment)\s(?:\w+\s){0,3}to)\s",
    re.I,
)
_EXPECTED = re.compile(
    r"(?<!than\s)(?<!as\s)\b(?:expect(?:s|ed|ing)?|forecasts?|project(?:s|ed)|predict(?:s|ed)?|likely|could|may|might|should|would"
    r"|(?:is|are|was|were)\s(?:seen|estimated\sto)\s(?:rising|falling|growing|to\s|at\s)?)\b",
)
_REACH = 60


def of_what_is_ahead(body: str, sentence: Span, reading: Reading, said: Certainty) -> Certainty:
    """How sure a figure is: as its voice says, but planned or possible where its own clause speaks of what is ahead."""
    if said != "stated" or reading.earlier:
        return said
    start = max(sentence.start, min(reading.start, reading.metric.start) - _REACH)
    words = re.split(r"[;:]\s|,\s(?:but|while)\s", body[start : max(reading.at, reading.metric.start)])[-1]
    if _MEANT.search(words):
        return "planned"
    return "possible" if _EXPECTED.search(words) else said
