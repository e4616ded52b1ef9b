"""Shares of trade: ``Norland takes 18 percent of Suderland's exports``, ``half its imports come from Norland``."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.mention import AmountMention
from onrecord.model.span import Span
from onrecord.read.figures.metrics import Named, share_row
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.wording import BLOCKED

_WHOLES = frozenset(("exports", "imports", "trade-volume", "trade-balance", "purchase", "sales"))
_OF = re.compile(rf"\sof\s(?:the\s(?:value|volume|total|bulk)\sof\s)?(?:{BLOCKED}[\w.'’&-]+\s|and\s(?=\w+\s$)){{0,8}}")
_TAKES = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma(?:kes?|de|king) up|tak(?:es?|ing)|took"
    r"|absorb(?:s|ed|ing)?|constitut\w+|receiv\w+|bought|buys?|sends?|sent|sell\w*|sold|ships?|shipped|provid\w+|suppl\w+|compris\w+"
    r"|was|were|is|are|some|with|or|equal to|equivalent to|which)\s(?:for\s)?"
    r"(?:[\w.]+\s){0,2}$",
    re.I,
)
_MAKE_UP = re.compile(r"\bma(?:kes?|de|king) up\s(?:[\w.]+\s){0,2}$", re.I)
_WORLDWIDE = re.compile(r"\b(?:world|global)\w*\b", re.I)
_GOES = re.compile(
    r"\s(?:is|are|was|were|comes|came)\s(?:in\strade\s)?with\b|[^.;,]{0,60}?\b(?:go(?:es|ing)?|went|come|comes|came|head(?:s|ed|ing)?|destined|bound|(?:is|are|was|were)\s(?:\w+\s)?"
    r"(?:sent|shipped|sold|bound|destined|exported|bought|imported))\s(?:\w+\s)?(?:to|from|for|by(?!\s(?:sea|air|ship|truck|rail|road|boat)))\b",
    re.I,
)
_COVERED = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|levies|tax|taxes|subject|exempt\w*|cover\w*|affect\w*|hit|target\w*)\b", re.I
)


def shares(body: str, sentence: Span, metrics: Sequence[Named], amounts: Sequence[AmountMention]) -> list[Reading]:
    """The shares of a state's exports, imports or trade that one sentence gives, left to right."""
    found = []
    for amount in amounts:
        part = amount.unit == "share" or amount.unit.startswith("share of")
        if not (part or amount.unit == "percent") or amount.high is not None:
            continue
        if (
            amount.change in ("up", "down")
            and not _SHARE_OF.search(body, sentence.start, amount.start)
            and not _MAKE_UP.search(body, max(sentence.start, amount.start - 24), amount.start)
        ):
            continue
        whole = _whole(body, metrics, amount)
        if whole is None:
            if (output := _of_output(body, sentence, metrics, amount)) is not None:
                found.append(output)
            elif (stated := _stated(body, sentence, metrics, amount)) is not None:
                found.append(stated)
            continue
        low = max(sentence.start, amount.start - 70)
        goes = _GOES.match(body[whole.end : min(sentence.end, whole.end + 90)])
        if not (_TAKES.search(body[low : amount.start]) or goes):
            continue
        end = whole.end + goes.end() if goes else whole.end
        if _COVERED.search(body[low : min(sentence.end, end + 40)]):
            continue
        level = AmountMention(
            start=amount.start, end=amount.end, value=amount.value * (100 if part else 1), unit="percent"
        )
        named = Named(start=whole.start, end=whole.end, row=share_row(whole.row.metric))
        found.append(Reading(start=amount.start, end=end, metric=named, level=level, anchor=end, at=amount.start))
    return found


_SHARE_OF = re.compile(
    r"\b(?:share|portion)\sof\s(?:all\s|total\s|the\s)*(?:[\w.'’]+\s){0,3}?(?:exports|imports|trade)\b(?:[^.;,]{0,40}?\s)"
    r"(?:was|were|is|at|to|hit|reached|stood\sat|of)\s(?:about\s|just\s|only\s|around\s|nearly\s|a\srecord\s)*$",
    re.I,
)
_WORLD = re.compile(
    r"\sof\s(?:all\s)?(?:the\s)?(?:total\s|annual\s)?(?:global|world(?:['’]s)?|worldwide|international)\s(?:[a-z]+\s){0,3}?"
    r"(?:trade|exports|imports|commerce|trading)\b(?!\s(?:deals?|agreements?|rules|talks|wars?|organi[sz]ation))",
    re.I,
)


def of_the_world(body: str, amounts: Sequence[AmountMention]) -> list[Reading]:
    """Shares of the trade of the world: ``a pact of states with a third of global trade``."""
    found = []
    for amount in amounts:
        part = amount.unit == "share" or amount.unit.startswith("share of")
        if not (part or amount.unit == "percent") or amount.change in ("up", "down"):
            continue
        match = _WORLD.match(body, amount.end) or (_WORLD.search(body, amount.start, amount.end) if part else None)
        if match is None:
            continue
        level = msgspec.structs.replace(amount, value=amount.value * (100 if part else 1), unit="percent", high=None)
        named = Named(start=match.start(), end=match.end(), row=share_row("trade-volume"))
        end = max(match.end(), amount.end)
        found.append(
            Reading(start=amount.start, end=end, metric=named, level=level, anchor=end, at=amount.start, nobodys=True)
        )
    return found


_OUTPUT = re.compile(
    rf"\sof\s(?:{BLOCKED}[\w.'’&-]+\s){{0,5}}(?P<output>production|output|crop|harvest)\b(?!\s(?:of\sthe\sworld|cuts?|costs?))",
    re.I,
)


def _of_output(body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention) -> Reading | None:
    """What part of its output a state sells abroad: ``exports 9 percent of its crop``."""
    match = _OUTPUT.match(body, amount.end, sentence.end)
    traded = any(named.row.metric in _WHOLES and named.end <= amount.start for named in metrics)
    if match is None or not traded or amount.unit != "percent" or amount.change in ("up", "down"):
        return None
    if _WORLDWIDE.search(body, amount.end, match.end()) or _COVERED.search(body, sentence.start, match.end()):
        return None
    named = Named(start=match.start("output"), end=match.end(), row=share_row("exports"))
    return Reading(start=amount.start, end=match.end(), metric=named, level=amount, anchor=match.end(), at=amount.start)


def _stated(body: str, sentence: Span, metrics: Sequence[Named], amount: AmountMention) -> Reading | None:
    """``Norland's share of Suderland's imports fell to 12 percent``."""
    match = _SHARE_OF.search(body, sentence.start, amount.start)
    whole = (
        next(
            (n for n in metrics if match.start() <= n.start < match.end() and not n.verb and n.row.metric in _WHOLES),
            None,
        )
        if match
        else None
    )
    if match is None or whole is None or amount.unit != "percent":
        return None
    level = AmountMention(start=amount.start, end=amount.end, value=amount.value, unit="percent")
    named = Named(start=whole.start, end=whole.end, row=share_row(whole.row.metric))
    return Reading(start=match.start(), end=amount.end, metric=named, level=level, anchor=amount.end, at=amount.start)


def _whole(body: str, metrics: Sequence[Named], amount: AmountMention) -> Named | None:
    """The metric that ``amount`` is a share of: ``18 percent of its exports``, ``half of exports``."""
    for named in metrics:
        if named.row.metric not in _WHOLES or named.verb or named.end <= amount.start or named.start - amount.end > 70:
            continue
        if named.start <= amount.end and named.end <= amount.end + 2:
            return named
        if _OF.fullmatch(body, amount.end, named.start):
            return named
        if amount.unit.startswith("share of") and re.fullmatch(
            r"['’]?s?\s(?:[\w.'’-]+\s){0,6}", body[amount.end : named.start]
        ):
            return named
    return None
