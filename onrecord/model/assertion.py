"""Assertions: what one article says. The five kinds and their slots are declared here, and nowhere else.

JSON rows, database columns, CSV headers and the docs are derived from these declarations.
"""

from hashlib import sha256
from typing import Literal

import msgspec

from onrecord.model.days import Days

Certainty = Literal["stated", "planned", "possible", "denied"]


class Assertion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What every assertion has.

    ``doc`` is the document's SHA-256; ``start``, ``end`` and ``exact`` are the span in the document's text.
    ``via`` is who passes it on, nearest first; ``steps`` how many of them pass it on side by side in each step, and
    empty where each is a step of its own. ``rule`` names the rule or frame that read it.
    """

    doc: str
    start: int
    end: int
    exact: str
    certainty: Certainty = "stated"
    via: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.exact) or not self.exact:
            raise ValueError(f"the span [{self.start}, {self.end}) does not fit its words {self.exact[:60]!r}")
        if self.steps and sum(self.steps) != len(self.via):
            raise ValueError(f"the steps {self.steps} do not fit the {len(self.via)} names of via")


class Meeting(Assertion, frozen=True, kw_only=True, omit_defaults=True, tag="meeting"):
    """Talks between parties. ``parties`` are state codes, sorted; ``place`` a city; ``format`` e.g. ``2+2``."""

    parties: tuple[str, ...] = ()
    when: Days | None = None
    place: str | None = None
    level: Literal["technical", "ministerial", "summit"] | None = None
    round: int | None = None
    format: str | None = None
    state: Literal["held", "under-way", "planned", "called-off"] | None = None
    participants: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


Instrument = Literal[
    "tariff",
    "import-restriction",
    "export-restriction",
    "quota",
    "data-restriction",
    "subsidy",
    "sanction",
    "trade-agreement",
    "investment-fund",
    "purchase-commitment",
]
Action = Literal[
    "proposed",
    "threatened",
    "announced",
    "in-force",
    "raised",
    "cut",
    "paused",
    "extended",
    "exempted",
    "expired",
    "withdrawn",
    "struck-down",
    "signed",
    "ratified",
    "amendment-requested",
    "under-revision",
]


class Measure(Assertion, frozen=True, kw_only=True, omit_defaults=True, tag="measure"):
    """A policy instrument and one thing that happens to it.

    ``rate`` is in percent; ``rate_kind`` only where the text says it. ``target`` is a state code or ``*`` (most
    nations). ``hs`` are Harmonized System headings of ``products`` where plain. ``mast`` is a chapter (``A``-``P``) of
    UNCTAD's classification of non-tariff measures. ``when`` is when the action happens or takes effect.
    """

    instrument: Instrument
    scope: Literal["baseline", "reciprocal", "sectoral", "retaliatory", "safeguard", "anti-dumping"] | None = None
    imposer: str | None = None
    target: str | None = None
    parties: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    rate: float | None = None
    rate_kind: Literal["on-top", "all-in", "cap"] | None = None
    action: Action | None = None
    when: Days | None = None
    until: Days | None = None
    mast: str | None = None


Stance = Literal[
    "demand",
    "request",
    "offer",
    "propose",
    "agree",
    "refuse",
    "object",
    "raise",
    "support",
    "threaten",
    "warn",
]


class Position(Assertion, frozen=True, kw_only=True, omit_defaults=True, tag="position"):
    """What a party wants or gives. ``actor`` and ``addressee`` are state codes, or names of those who are no state."""

    actor: tuple[str, ...] = ()
    stance: Stance
    addressee: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    deadline: Days | None = None


class Figure(Assertion, frozen=True, kw_only=True, omit_defaults=True, tag="figure"):
    """A number of trade. ``value`` is in full units (a deficit is negative), ``unit`` ISO 4217 or a plain unit.

    ``change_pct`` is in percent against ``change_base``; ``source`` is who counted.
    """

    metric: Literal[
        "trade-balance",
        "exports",
        "imports",
        "trade-volume",
        "tariff-revenue",
        "investment",
        "purchase",
        "sales",
        "price",
        "share",
        "weight",
        "applications",
    ]
    reporter: str | None = None
    partner: str | None = None
    sector: str | None = None
    value: float | None = None
    unit: str | None = None
    period: Days | None = None
    change_pct: float | None = None
    change_base: Days | None = None
    superlative: str | None = None
    source: str | None = None


class Statement(Assertion, frozen=True, kw_only=True, omit_defaults=True, tag="statement"):
    """Who said it. The span is the content; ``speaker`` a name or a description; ``said`` the day of saying.

    ``candidates`` are those who may be meant where ``speaker`` is open.
    """

    speaker: str | None = None
    candidates: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    direct: bool = False
    said: Days | None = None


AnyAssertion = Meeting | Measure | Position | Figure | Statement
KINDS: tuple[type[AnyAssertion], ...] = (Meeting, Measure, Position, Figure, Statement)
"""The five kinds, in the order in which every screen and export shows them."""

COMMON: frozenset[str] = frozenset(Assertion.__struct_fields__)
"""The fields that every kind has; what remains of a kind's fields are its slots."""


def kind_of(assertion: Assertion) -> str:
    """The kind's name, as in the record (``meeting``)."""
    return str(type(assertion).__struct_config__.tag)


def slots_of(kind: type[AnyAssertion]) -> tuple[str, ...]:
    """The names of a kind's own slots, in the order of their declaration."""
    return tuple(name for name in kind.__struct_fields__ if name not in COMMON)


def assertion_id(assertion: AnyAssertion) -> str:
    """The assertion's id, 16 hexadecimal digits from its content.

    That is its document, kind, span, slots, certainty, ``via`` and ``steps``.
    The rule that read it and the words of its days are left out, so that the same reading by another way is the same
    assertion; empty slots are, too, so that a slot added later changes no id.
    """
    content: list[object] = [assertion.doc, kind_of(assertion), assertion.start, assertion.end]
    content += [assertion.certainty, assertion.via]
    content += [("steps", assertion.steps)] if assertion.steps else []
    for slot in slots_of(type(assertion)):
        value = getattr(assertion, slot)
        if isinstance(value, Days):
            content.append((slot, value.first, value.last, value.approx, value.offset))
        elif value is not None and value != ():
            content.append((slot, value))
    return sha256(msgspec.json.encode(content)).hexdigest()[:16]
