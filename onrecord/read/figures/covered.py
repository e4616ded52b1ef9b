"""Whether an amount is what a tariff falls on, and not what was traded: ``tariffs on $50 billion of imports``."""

import re

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named

_DUTIES = (
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|penalt(?:y|ies)|sanctions?|restrictions?|curbs?|surcharges?|safeguards?"
    r"|quotas?|retaliation|measures?|exemptions?|exclusions?)"
)
_ON = re.compile(
    rf"\b{_DUTIES}\b(?:[^.;,]|\d,\d|U\.S\.|,\swhich\s){{0,60}}?\b(?:on|against|cover(?:s|ed|ing)?|over|affecting|targeting|hit(?:s|ting)?|for|to|worth|of|from)\s"
    r"(?:[^.;,]|\d,\d|U\.S\.){0,60}$",
    re.I,
)
_HITS = re.compile(
    r"\b(?:tax(?:es|ed|ing)?|hit(?:s|ting)?|target\w*|affect\w*|slap\w*|impos\w*|punish\w*|penali[sz]\w*|exempt\w*|tariffing"
    r"|retaliat\w+|lev(?:y|ied)|appl(?:y|ied|ies)|extend\w*|lists?|rounds?|tranches?|threat\w*|escalat\w+"
    r"|restrict\w*|includ\w+ a list)\s"
    r"(?:(?:on|to|of|against|with|for|about|an?|the|another|additional|extra|more|than|up|over|nearly|almost|some|roughly|around|all"
    r"|further|remaining|least|at|as|much|virtually|every|US|U\.S\.|Chinese|what|estimated|first|second|next|final|new|new,)\s)*$",
    re.I,
)
_LISTED = re.compile(r"\b(?:list|rounds?|tranches?|batch)\b", re.I)
_TAXED_AFTER = re.compile(
    rf"(?:[^.;,]|\d,\d|U\.S\.){{0,60}}?(?:\b(?:be|been|being|get|are|were|was|is|currently|already|now|not)\s(?:\w+\s){{0,2}}?"
    r"(?:hit|taxed|covered|targeted|affected|slapped|tariffed|levied|penali[sz]ed|exempt\w*|excluded)\b"
    rf"|\bsubject to\b|\b(?:facing|faces?|faced|under|to|with|by)\s(?:[\w%.]+\s){{0,3}}?{_DUTIES}\b"
    rf"|\bfor\s(?:\w+\s){{0,2}}{_DUTIES}\b"
    r"|\bprimed\b)|\sin\s(?:[\w.]+\s){0,2}(?:tariffs|duties|levies)\b",
    re.I,
)


_APPOSED = re.compile(
    r"(?:\s(?:to|from|with|of)\s[^.;,]{2,40})?,\s(?:which|that)\s(?:is|are|was|were|total\w*|reach\w*|amount\w*|came)\b"
)
"""``exports to Norland, which were worth`` a sum: the clause is of all of them, whatever falls on some."""


def covered(body: str, sentence: Span, named: Named, amount: AmountMention) -> bool:
    """Whether a tariff governs the words of the metric or the amount, from before or after."""
    if named.row.metric in ("trade-balance", "tariff-revenue"):
        return False
    if named.end <= amount.start and _APPOSED.match(body, named.end, amount.start):
        return False
    first, last = min(named.start, amount.start), max(named.end, amount.end)
    before = body[sentence.start : first]
    if amount.end <= named.start and _LISTED.search(body, amount.end, named.start):
        return True
    if _ON.search(before) or (amount.start < named.start and _HITS.search(before)):
        return True
    return _TAXED_AFTER.match(body, last, min(sentence.end, last + 90)) is not None
