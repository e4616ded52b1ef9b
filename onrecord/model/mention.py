"""Mentions: what is named in an article's body, and where. All spans are spans of the body."""

from typing import Literal

from onrecord.model.days import Days
from onrecord.model.precision import Precision, edtf_of, precision_of
from onrecord.model.span import Span


class Token(Span, frozen=True, kw_only=True):
    """A word with its part of speech and its place in the parse of its sentence.

    ``head`` is the index, in the sentence, of the word it hangs on (its own index for the root); ``dep``, ``pos`` and
    ``tag`` are the labels of the parser (ClearNLP dependencies, Universal POS, Penn Treebank tags).
    ``entity`` is the parser's own guess at a name's type, or "".
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


class TimeMention(Span, frozen=True, kw_only=True):
    """A time expression. ``type``, ``value`` and ``mod`` follow TIMEX3 (ISO-TimeML).

    ``days`` is its interval once resolved, ``None`` for a duration, a set or vague words; where the words name a
    ``zone`` (an IANA name, or ``local``) they are the days there. Of a set, ``quant`` says of which ("every") and
    ``freq`` how often ("2X"). ``tense`` is which way the verb or preposition beside it looks, "" where none tells.
    ``rule`` names the rule.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    zone: str = ""
    days: Days | None = None
    tense: Literal["past", "future", ""] = ""
    rule: str = ""

    @property
    def precision(self) -> Precision:
        """How fine it is: the unit that its value names, ``none`` for vague words, and for lengths without days."""
        if self.type == "SET" or (self.type == "DURATION" and (self.days is None or not self.days.known)):
            return "none"
        offset = self.days.offset.lstrip("+-") if self.days and not self.days.known else ""
        return precision_of(offset if offset and self.type == "DATE" else self.value)

    @property
    def edtf(self) -> str:
        """Its interval in EDTF (ISO 8601-2), with codes for seasons, quarters and halves; "" where there is none."""
        return "" if self.type == "SET" else edtf_of(self.value, self.mod, self.days)


Side = Literal["", "at", "since", "before", "after"]


class EventMention(Span, frozen=True, kw_only=True):
    """A named event of known day: "the G20 summit in Osaka". It is no time expression, but tells one.

    ``held`` are its own days, in its local time. ``days`` are those that the words mean: from ``held`` on after
    "since", the days before it after "ahead of", so many days after it in "the day after". ``side`` is what the words
    before it say, ``tense`` which way the verb beside it looks. Where several events fit, ``candidates`` names them and
    there are no days: one candidate or none.
    """

    name: str
    place: str = ""
    state: str = ""
    side: Side = ""
    held: Days | None = None
    days: Days | None = None
    tense: Literal["past", "future", ""] = ""
    candidates: tuple[str, ...] = ()
    rule: str = ""


Change = Literal["=", "~", ">", "<", "up", "down"]


class AmountMention(Span, frozen=True, kw_only=True):
    """A quantity. ``value`` has its scale applied (``US$4.4bn`` is 4.4e9); ``high`` is set for a range.

    ``currency`` is ISO 4217 when it is money. ``unit`` is the plain name otherwise (``percent``, ``percentage point``,
    ``tonne``, the counted noun, or "" for a bare number). ``change``: ``=`` none, ``~`` about, ``>`` more than, ``<``
    less than, ``up``, ``down``. ``converts`` is set on a parenthesised conversion: the start of the amount that it
    restates, so that readers take that one and leave this.
    """

    value: float
    high: float | None = None
    unit: str = ""
    currency: str = ""
    change: Change = "="
    converts: int | None = None
    rule: str = ""


class ActorMention(Span, frozen=True, kw_only=True):
    """Somebody who can meet, want, say or impose.

    ``kind``: ``state`` (also a capital or a government used for it), ``body`` (ministry, agency, company, outlet),
    ``person``, ``group`` (several actors in one phrase: "the two countries") or ``described`` ("an unnamed official").
    ``name`` is the full name ("Scott Bessent"), the state's English name, or the description. ``states`` are the
    ISO 3166-1 codes that it acts for (a minister's state, both of "the two countries"); ``EU`` for the union.
    ``role`` is an office or job ("Treasury Secretary"); ``affiliation`` a state code or a body's name.
    ``members`` are the names in a group. ``how`` says what the mention is: ``name``, ``adjective`` (South Korean),
    ``possessive`` (Seoul's), ``office`` ("the finance minister"), ``pronoun``, ``description``. ``candidates`` are kept
    where more than one is possible, and then ``states`` and ``name`` are empty: one candidate or none.
    """

    kind: Literal["state", "body", "person", "group", "described"]
    name: str
    states: tuple[str, ...] = ()
    role: str = ""
    affiliation: str = ""
    members: tuple[str, ...] = ()
    how: Literal["name", "adjective", "possessive", "office", "pronoun", "description"] = "name"
    candidates: tuple[str, ...] = ()
    medium: bool = False
    """Whether it is a news agency, paper or broadcaster: one who passes on."""


class IssueMention(Span, frozen=True, kw_only=True):
    """Words that evoke an issue of the issue tree (``agriculture/rice``)."""

    issue: str
    weak: bool = False


class Attribution(Span, frozen=True, kw_only=True):
    """Somebody says something. The span covers all of it; its parts are spans of the body.

    ``content`` has more than one part where "he said" breaks a quotation. ``source`` and ``cue`` may be empty (no
    explicit speaker; a quotation carried on). ``speaker`` is the actor mention meant, resolved, if one is. ``via`` is
    who passes it on, nearest first, and ``steps`` how many of them do so side by side, empty where each is alone.
    ``direct``: any of the content is in quotation marks; ``cue_lemma`` is the verb. ``parent`` is the start of the
    attribution in whose content this one lies, if any.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    cue_lemma: str = ""
    speaker: ActorMention | None = None
    via: tuple[ActorMention, ...] = ()
    steps: tuple[int, ...] = ()
    direct: bool = False
    parent: int | None = None
    days: Days | None = None
    rule: str = ""


class Role(Span, frozen=True, kw_only=True):
    """A filler of a frame's role: ``name`` of the role, ``head`` the index of its head word in the sentence."""

    name: str
    head: int


class FrameMention(Span, frozen=True, kw_only=True):
    """A frame (talks, tariff, demand) that words evoke. The span is what the frame asserts, roles included.

    ``trigger`` is the index of the evoking word in its sentence, ``sentence`` the index of the sentence.
    ``says`` are the slot values that the frame's row itself gives (``stance=demand``).
    """

    frame: str
    sentence: int
    trigger: int
    roles: tuple[Role, ...] = ()
    says: tuple[tuple[str, str], ...] = ()
    negated: bool = False

    def role(self, name: str) -> Role | None:
        """The first filler of the role called ``name``."""
        return next((role for role in self.roles if role.name == name), None)
