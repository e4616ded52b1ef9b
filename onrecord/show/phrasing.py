"""Short English for slots: days, amounts, parties and what an assertion says in one line."""

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.article import Article
from onrecord.model.assertion import AnyAssertion, Figure, Measure, Meeting, Position, Statement
from onrecord.model.days import Days
from onrecord.model.implied import implied

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SCALES = ((1e12, "trn"), (1e9, "bn"), (1e6, "m"))
EVERYBODY = "*"
TOWARDS = {
    "exports": "to",
    "sales": "to",
    "imports": "from",
    "purchase": "from",
    "tariff-revenue": "from",
    "investment": "in",
}
FIRST_WORDS = 80
"""Characters of an article without a headline that stand for it."""


def days(value: Days | None) -> str:
    """A day or an interval as people write it: ``27 May 2025``, ``May 2025``, ``24-25 May 2025``, ``about 2024``."""
    if value is None:
        return ""
    if not value.known:
        return f"“{value.words}”" if value.words else ""
    about = "about " if value.approx else ""
    first, last = value.first, value.last
    if first is None or last is None:
        known = first or last
        assert known is not None
        text = f"{known.day} {MONTHS[known.month - 1]} {known.year}"
        return f"{'from' if first else 'until'} {about}{text}"
    edtf = value.edtf.rstrip("~")
    if len(edtf) == 4:
        return f"{about}{edtf}"
    if len(edtf) == 7:
        return f"{about}{MONTHS[first.month - 1]} {first.year}"
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return f"{about}{end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{about}{first.day}-{end}"
    if first.year == last.year:
        return f"{about}{first.day} {MONTHS[first.month - 1]} - {end}"
    return f"{about}{first.day} {MONTHS[first.month - 1]} {first.year} - {end}"


def number(value: float | None) -> str:
    """A number without needless digits: ``25``, ``7.5``, ``1,102``."""
    if value is None:
        return ""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(value: float | None, unit: str | None) -> str:
    """A value with its unit: ``USD 55.6bn``, ``-USD 21.6bn``, ``25 %``, ``1.2m tonne``."""
    if value is None:
        return ""
    unit = unit or ""
    size = abs(value)
    text = next((f"{number(size / scale)}{name}" for scale, name in SCALES if size >= scale), number(size))
    sign = "-" if value < 0 else ""
    if len(unit) == 3 and unit.isupper():
        return f"{sign}{unit} {text}"
    if unit in ("percent", "%"):
        return f"{sign}{text} %"
    return f"{sign}{text} {unit}".rstrip()


def through(assertion: AnyAssertion) -> str:
    """Through whom it came, step by step: ``YTN and Yonhap News Agency, then Agence France-Presse``."""
    steps, at = [], 0
    for count in assertion.steps or (1,) * len(assertion.via):
        steps.append(_several(assertion.via[at : at + count]))
        at += count
    return ", then ".join(steps)


def _several(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def side(value: str) -> str:
    """One side of a contradiction: a number with a unit as ``amount`` writes it, anything else as it is."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) (\S.*)", value)
    return amount(float(match[1]), match[2]) if match else value


def change(figure: Figure) -> str:
    """How a figure changed: ``+25 % from 2023``."""
    if figure.change_pct is None:
        return ""
    base = f" from {days(figure.change_base)}" if figure.change_base and figure.change_base.known else ""
    return f"{figure.change_pct:+g} %{base}"


def base(figure: Figure) -> str:
    """What a figure implies for the base of its change and nobody said: ``USD 44.5bn in 2023``."""
    means = implied(figure)
    if means is None:
        return ""
    when = f" in {days(means.base)}" if means.base is not None else ""
    return f"{amount(float(f'{means.value:.3g}'), means.unit)}{when}"


def issue(path: str) -> str:
    """An issue path for people: ``agriculture/rice`` is ``rice (agriculture)``."""
    *above, name = path.replace("-", " ").split("/")
    return f"{name} ({'/'.join(above)})" if above else name


def heading(article: Article) -> str:
    """The headline of an article; where none is known its first words, marked as such."""
    if article.headline:
        return article.headline.value
    first = " ".join(article.body[:FIRST_WORDS].split())
    if len(article.body) > FIRST_WORDS:
        first = f"{first.rpartition(' ')[0] or first}…"
    return f"“{first}”" if first else ""


class Names:
    """Names of states for their codes."""

    def __init__(self, states: Mapping[str, str]) -> None:
        self._states = states

    def one(self, code: str | None) -> str:
        """The name of a state, or the text itself where it is no code."""
        if code == EVERYBODY:
            return "most nations"
        return self._states.get(code or "", code or "")

    def all(self, codes: Iterable[str]) -> str:
        """Names in a row, with an ``and`` before the last."""
        names = [self.one(code) for code in codes]
        return _several(names)

    def line(self, assertion: AnyAssertion) -> str:
        """What an assertion says, in one line, from its slots alone."""
        match assertion:
            case Meeting():
                return self._meeting(assertion)
            case Measure():
                return self._measure(assertion)
            case Position():
                return self._position(assertion)
            case Figure():
                return self._figure(assertion)
            case Statement():
                return self.speaker(assertion)

    def brief(self, event: Meeting | Measure) -> str:
        """What a meeting or a measure is, without its parties."""
        return self._talks(event) if isinstance(event, Meeting) else self._instrument(event)

    def _meeting(self, meeting: Meeting) -> str:
        who = self.all(meeting.parties)
        state = f" ({meeting.state})" if meeting.state else ""
        return f"{who}: {self._talks(meeting)}{state}" if who else f"{self._talks(meeting)}{state}"

    def _talks(self, meeting: Meeting) -> str:
        what = " ".join(
            part
            for part in (
                f"round {meeting.round} of" if meeting.round else "",
                meeting.format or "",
                meeting.level or "",
                "talks",
            )
            if part
        )
        return f"{what} in {meeting.place}" if meeting.place else what

    def _measure(self, measure: Measure) -> str:
        whom = self.all(measure.parties) if measure.parties else self.one(measure.imposer)
        target = f" → {self.one(measure.target)}" if measure.target else ""
        lead = f"{whom or 'imposer not said'}{target}, " if whom or target else ""
        return f"{lead}{self._instrument(measure)}"

    def _instrument(self, measure: Measure) -> str:
        rate = f"{number(measure.rate)} % " if measure.rate is not None else ""
        scope = f"{measure.scope} " if measure.scope else ""
        products = f" on {', '.join(measure.products)}" if measure.products else ""
        what = f"{rate}{scope}{measure.instrument.replace('-', ' ')}{products}"
        action = f": {measure.action.replace('-', ' ')}" if measure.action else ""
        until = f" until {days(measure.until)}" if measure.until else ""
        return f"{what}{action}{until}"

    def _position(self, position: Position) -> str:
        who = self.all(position.actor) or "somebody"
        to = f" → {self.all(position.addressee)}" if position.addressee else ""
        about = f": {', '.join(issue(path) for path in position.issues)}" if position.issues else ""
        by = f", by {days(position.deadline)}" if position.deadline else ""
        return f"{who}{to} {position.stance}{about}{by}"

    def _figure(self, figure: Figure) -> str:
        who = self.one(figure.reporter)
        whom = self.partner(figure)
        sector = f" in {figure.sector}" if figure.sector else ""
        value = amount(figure.value, figure.unit)
        rest = ", ".join(part for part in (change(figure), figure.superlative or "") if part)
        what = f"{who} {figure.metric.replace('-', ' ')}{whom}{sector}".strip()
        return f"{what}: {value}{', ' if value and rest else ''}{rest}"

    def partner(self, figure: Figure) -> str:
        """With whom a figure of trade is, led by the word that fits: exports go to somebody, imports come from them."""
        return f" {TOWARDS.get(figure.metric, 'with')} {self.one(figure.partner)}" if figure.partner else ""

    def speaker(self, statement: Statement) -> str:
        """Who speaks, with office and affiliation."""
        beside = ", ".join(
            part
            for part in (statement.role or "", self.one(statement.affiliation))
            if part and part != statement.speaker
        )
        name = self.one(statement.speaker) or " or ".join(statement.candidates) or "somebody"
        return f"{name} ({beside})" if beside else name
