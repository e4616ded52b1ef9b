"""Where a text names something that is counted in trade: a deficit, exports, two-way trade."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.knowledge.metrics import Metric
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.span import Span


class Named(Span, frozen=True, kw_only=True):
    """Words that name a metric, or a ``pronoun`` that stands for it.

    ``weak``: they need support; ``verb``: somebody does it; ``growth``: of percentages.
    """

    row: Metric
    weak: bool = False
    verb: bool = False
    growth: bool = False
    pronoun: bool = False

    @property
    def of_the_world(self) -> bool:
        """Whether it is of all states: it leads to no partner."""
        return not self.row.toward and not self.row.away


@cache
def _phrases() -> Phrases[tuple[Metric, str]]:
    return Phrases(
        (word, (row, how))
        for row in table("metrics.toml", Metric)
        for how, words in (("growth", row.growth), ("words", row.words), ("weak", row.weak), ("verbs", row.verbs))
        for word in words
    )


_FOREIGN_BEFORE = re.compile(
    r"\b(?:budget|fiscal|current[- ]account|government|federal|primary|trust|gender|pay|income|wage"
    r"|skills|funding|democratic"
    r"|capital|account|attention|production|widening gap between|the gap between|state|public"
    r"|revenue|technology|price|terms)\s$",
    re.I,
)
_FOREIGN_AFTER = re.compile(
    r"\s(?:tariffs?|dut(?:y|ies)|controls?|bans?|restrictions?|licen[cs]es?|quotas?|markets?"
    r"|tax(?:es)?|levy|levies|curbs?"
    r"|treat(?:y|ies)|bank|banks|fund|firm|funds|screening|rules?|promotion|agreement|pact|talks|negotiat\w+|capacity"
    r"|protection|climate|regime|court|banking|strateg(?:y|ist)|adviser|company|companies|office"
    r"|managers?|surcharges?)\b",
    re.I,
)
_BALANCE_AFTER = re.compile(
    r"\s(?:deficits?|surplus(?:es)?|gaps?|imbalances?|balance|shortfall|talks|deals?|wars?|organi[sz]ation|rules|negotiat\w+"
    r"|credits?|financ\w+|ministers?|ministry|officials?|tensions?|disputes?|system|order|pact|agreements?|sanctions?|barriers?|restrictions?|measures?|bills?|reforms?|missions?|polic\w+|rounds?|conflicts?|uncertaint\w+|law|commission)\b",
    re.I,
)
_GAP_BETWEEN = re.compile(r"\b(?:gap|difference|imbalance)\sbetween\s(?:[\w.'’]+\s){0,3}$", re.I)
_SUM_AFTER = re.compile(
    r"(?:\s(?:goods|products|services|commodities|merchandise)(?:\sand\s(?:goods|services))?)?"
    r"(?:\s(?:worth|valued\sat|totall?ing))?\s"
    r"(?:(?:about|around|nearly|almost|roughly|over|some|up to|at least|more than|well over|an estimated)\s)*[$€£¥\d]"
)
_ALSO_NOUNS = frozenset(("import", "export", "buys", "purchase", "ship", "ships", "pay", "raise"))
_TRAILING = re.compile(r"\s(?:between|with|to|in|of)$", re.I)
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|their|our|his|of|in|for|on|some|any|all|no|more|U\.S\.|US)\s$", re.I)


def find_metrics(text: str, offset: int) -> Iterator[Named]:
    """The metrics named in ``text``; ``offset`` is added to their spans."""
    for start, end, (row, how) in _phrases().find(text):
        head = text[max(0, start - 24) : start]
        if _FOREIGN_BEFORE.search(head) or _FOREIGN_AFTER.match(text, end):
            continue
        if row.metric == "trade-volume" and _BALANCE_AFTER.match(text, end):
            continue  # "a goods trade surplus": the surplus is what is counted
        if row.metric == "trade-volume" and _GAP_BETWEEN.search(text, 0, start):
            continue  # "the gap between imports and exports": the gap is what is counted
        if how == "verbs" and row.metric == "trade-volume" and not _SUM_AFTER.match(text, end):
            continue  # "they trade $2 billion a day"; all other trade is a noun
        if how == "verbs" and text[start:end].lower() in _ALSO_NOUNS and _NOUN_BEFORE.search(head):
            continue
        if text[end : end + 1] == "-" or head.endswith("-"):
            continue
        if trailing := _TRAILING.search(text, start, end):
            end = trailing.start()  # "sales to": the preposition leads to the partner
        yield Named(
            start=start + offset,
            end=end + offset,
            row=row,
            weak=how == "weak",
            verb=how == "verbs",
            growth=how == "growth" or text[start:end].lower().endswith("growth"),
        )


@cache
def share_row(whole: str) -> Metric:
    """A share of the exports, imports or trade of a state: its parties stand as theirs do."""
    row: Metric = next(row for row in table("metrics.toml", Metric) if row.metric == whole)
    return Metric(metric="share", words=row.words, toward=row.toward, away=row.away)


@cache
def balance_row(sign: int) -> Metric:
    """The row of a deficit (-1) or a surplus (1)."""
    rows = table("metrics.toml", Metric)
    row: Metric = next(row for row in rows if row.metric == "trade-balance" and row.sign == sign)
    return row


_AGAIN = re.compile(
    r"\b(it|that|this|(?:the|that|this) (?:figure|total|number|amount))\s(?:now\s|has\s|had\s|already\s|then\s)*"
    r"(?:was|is|been|stood|stands|reached|hit|rose|fell|grew|climbed|jumped|shrank|totall?ed|came to|widened|narrowed"
    r"|surged|dropped|declined)\b(?!\s(?:not|a |an |likely|unclear|possible|expected))",
    re.I,
)
_THAT_OF = re.compile(
    r"\b(?:and|while|but|whereas)\s(?:[A-Z][a-z.]+\s)?[A-Z][a-z.]+(['’]s)\s(?:to|was|were|rose|fell|grew|reached|increased|dropped)\s"
)
"""``Norland's surplus rose to 9 billion and Suderland's to 7 billion``."""
_NEAR = 90
"""How far into its clause a pronoun may stand."""
_SUMMED = frozenset(("trade-balance", "exports", "imports", "trade-volume", "tariff-revenue"))


def pronouns(body: str, sentence: Span, metrics: Sequence[Named], last: Named | None) -> Iterator[Named]:
    """The pronouns of ``sentence`` that stand for the metric spoken of last: before the sentence, or before a ``;``."""
    for match in _AGAIN.finditer(body, sentence.start, sentence.end):
        before = [named for named in metrics if named.end <= match.start()]
        clause = body.rfind(";", sentence.start, match.start()) + 1
        meant = last if not before else before[-1] if clause > before[-1].end else None
        near = match.start() - max(sentence.start, clause) < _NEAR
        if meant is not None and near and meant.row.metric in _SUMMED:
            yield Named(start=match.start(1), end=match.end(1), row=meant.row, weak=True, pronoun=True)
    for match in _THAT_OF.finditer(body, sentence.start, sentence.end):
        before = [named for named in metrics if named.end <= match.start() and named.row.metric in _SUMMED]
        if before:
            yield Named(start=match.start(1), end=match.end(1), row=before[-1].row, weak=True, pronoun=True)
