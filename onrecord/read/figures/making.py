"""Figures made of readings: with their parties, their days, and what the text does not say again."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, TimeMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.figures import marks, periods
from onrecord.read.figures.ahead import of_what_is_ahead
from onrecord.read.figures.carried import Carried
from onrecord.read.figures.ended import ended
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.whose import whose
from onrecord.read.voice import voice

_HEAD = 40
"""An older time further into its sentence is looked back at; what follows is still of the time spoken of before."""
_COMPARED = re.compile(r"\bcompare[sd]? (?:with|to)\b", re.I)


def made(
    page: Page,
    sentence: Sentence,
    read_here: Sequence[Reading],
    states: Sequence[ActorMention],
    carried: Carried,
    common: Sequence[str],
) -> Iterator[Figure]:
    """The figures of one sentence from its readings; what they say is carried on in ``carried``."""
    last: Figure | None = None
    figure: Figure | None
    for at, reading in enumerate(read_here):
        following = sentence.end
        if at + 1 < len(read_here):
            then = read_here[at + 1]
            following = then.at if then.metric == reading.metric else min(then.start, then.at)
        zone = Span(start=_zone_start(page, sentence, read_here, at), end=max(reading.end, following))
        beside = last or (carried.figure if sentence.paragraph - carried.paragraph <= 1 else None)
        if reading.earlier and beside is not None and beside.metric == reading.metric.row.metric:
            figure = _earlier(page, zone, reading, beside, carried.bases.get(beside.period))
            if figure is not None and beside.period is not None:
                carried.bases.setdefault(beside.period, figure.period)
        else:
            again = at > 0 and read_here[at - 1].metric == reading.metric
            shared = _shared_days(page, sentence, read_here, at)
            figure = _figure(page, sentence, zone, reading, states, carried, common, at > 0, again, shared)
        if figure is not None:
            yield figure
            yield from _started(page, reading, figure)
            last = figure if not reading.earlier else last
            carried.figure = last


def _started(page: Page, reading: Reading, figure: Figure) -> Iterator[Figure]:
    """Where a figure came from and when: ``from 12 billion in 1980`` before ``to 60 billion last year``."""
    level = reading.level
    if level is None or level.rule != "from-to" or level.high is None:
        return
    end = level.start + page.body[level.start : level.end].rfind(" to ")
    for time in page.within(page.times, Span(start=level.start, end=end)):
        value = -abs(level.value) if reading.metric.row.sign < 0 else level.value
        proof = page.proof(Span(start=level.start, end=time.end))
        yield msgspec.structs.replace(
            figure, **proof, value=value, period=time.days, change_pct=None, change_base=None, superlative=None
        )
        return


_APART = re.compile(r"\b(?:while|but|whereas|compared|from|after|up|down|against|than|with)\b|;", re.I)


def _shared_days(page: Page, sentence: Sentence, read_here: Sequence[Reading], at: int) -> Days | None:
    """The days said once at the end of a list: ``exports were $5 billion and imports $4 billion in 2016``."""
    if at + 1 == len(read_here) or read_here[at + 1].earlier:
        return None
    reading, then = read_here[at], read_here[at + 1]
    if then.at <= reading.end or _APART.search(page.body, reading.end, then.at):
        return None
    end = read_here[at + 2].at if at + 2 < len(read_here) else sentence.end
    zone = Span(start=reading.end, end=max(then.end, end))
    time = periods.period_of(page.body, zone, then, then.anchor, _times(page, sentence))
    return time.days if time is not None else None


def _zone_start(page: Page, sentence: Sentence, read_here: Sequence[Reading], at: int) -> int:
    """Where the words of a reading begin: after the reading before, and after the time of what that was set beside."""
    if at == 0 or read_here[at - 1].end > read_here[at].start:
        return sentence.start
    before = read_here[at - 1]
    if before.earlier:
        for time in page.within(page.times, sentence):
            if 0 <= time.start - before.end < 16 and time.end <= read_here[at].start:
                return time.end
    return before.end


def _times(page: Page, span: Span) -> list[TimeMention]:
    published = page.article.published
    return ended(page.body, list(page.within(page.times, span)), published.days.last if published else None)


def _figure(
    page: Page,
    sentence: Sentence,
    zone: Span,
    reading: Reading,
    states: Sequence[ActorMention],
    carried: Carried,
    common: Sequence[str],
    second: bool,
    again: bool,
    shared: Days | None,
) -> Figure | None:
    body = page.body
    named = reading.metric
    who = whose(page, sentence, zone, reading, states, carried, common, second)
    if who is None:
        return None
    reporter, partner = who.reporter, who.partner
    spoken = _times(page, sentence)
    time = periods.period_of(body, zone, reading, reading.anchor, spoken)
    period = time.days if time is not None else periods.to_date(page, zone)
    own = period
    period = period or shared
    if (
        period is None
        and sentence.paragraph - carried.paragraph <= 3
        and not (_of_no_time(body, reading) or periods.unresolved(body, zone, spoken))
    ):
        period = carried.period
    base, base_end = (None, 0)
    if reading.change is not None:
        base, base_end = periods.base_of(
            body, Span(start=min(who.span.start, reading.start), end=zone.end), period, spoken
        )
        if base is None and named.pronoun and own is None:
            base = carried.base
    span = who.span.joined(Span(start=reading.start, end=max(reading.end, base_end)))
    if time is not None and time.start - span.end < 40 and span.start - time.end < 20:
        span = span.joined(Span(start=time.start, end=time.end))
    certainty, via = voice(page, span)
    certainty = of_what_is_ahead(body, sentence, reading, certainty)
    carried.metric, carried.reporter, carried.partner = named.row.metric, reporter, partner
    carried.paragraph = sentence.paragraph
    carried.named = named
    compared = _COMPARED.search(body, zone.start, max(zone.start, reading.at)) is not None
    older = own is not None and carried.period is not None and _before(own, carried.period)
    aside = older and time is not None and time.start - sentence.start > _HEAD
    if own is not None and not again and not compared and not aside:
        carried.period = own
    value, unit = _value(reading)
    return Figure(
        **page.proof(span),
        metric=_metric(body, reading, reporter, partner),  # type: ignore[arg-type]
        reporter=reporter,
        partner=partner,
        sector=_sector(body, zone, reading),
        value=value,
        unit=unit,
        period=period,
        change_pct=reading.change,
        change_base=base,
        superlative=marks.superlative(_own_words(body, span, zone), reading.at - span.start),
        source=marks.source(body, sentence),
        certainty=certainty,
        via=via,
        rule=f"figure/{named.row.metric}",
    )


_OF_THE_NEXT = re.compile(
    r"\b(?:a|an|the|its)?\s?(?:record|all-time high of|largest|biggest|widest)\s(?:\w+\s)?$", re.I
)


def _own_words(body: str, span: Span, zone: Span) -> str:
    """The words around a figure in which its record may stand, without that of the figure that follows."""
    words = body[span.start : max(span.end, zone.end)]
    return _OF_THE_NEXT.sub("", words) if zone.end > span.end else words


_OF_NOW = frozenset(("price", "applications"))
_YEARLY = re.compile(
    r"(?:\s(?:worth|of|in|from|to|the|[a-z]+ goods|[A-Z][\w.]+|[a-z]+)){0,7}?(?:\s|-)(?:a|per|each|every)(?:\s|-)"
    r"(?:year|month|week|day)\b|(?:\s[\w.]+){0,5}?\s(?:annually|yearly)\b"
)
_TO = re.compile(
    r"\b(?:to|will|would|could|should|may|might|must|agree\w*|pledge\w*|promise\w*|commit\w*)\s(?:\w+\s){0,3}$", re.I
)


def _of_no_time(body: str, reading: Reading) -> bool:
    """Whether a figure is of no time that the text has spoken of: a yearly rate, a purchase still to come."""
    amount = reading.level or reading.by
    if reading.metric.row.metric in _OF_NOW:
        return True
    if amount is None:
        return False
    ahead = reading.metric.row.metric == "purchase" and (
        _TO.search(body, max(0, reading.metric.start - 40), reading.metric.start) is not None
        or re.search(r"\b(?:would|will|could)\b", body[reading.metric.end : amount.start]) is not None
    )
    return ahead or amount.unit.startswith("per ") or _YEARLY.match(body, amount.end) is not None


def _sector(body: str, zone: Span, reading: Reading) -> str | None:
    """What was traded: after the object of a verb, else around the words of the metric."""
    named = reading.metric
    if reading.level is not None and reading.level.start >= named.end and named.verb:
        after = body[reading.level.end : min(zone.end, reading.level.end + 60)]
        if (found := marks.sector(re.split(r"[;.]\s|\s(?:and|to|from|while|but)\s[^a-z]", after)[0])) is not None:
            return found
    low = max(zone.start, named.start - 50)
    return marks.sector(body[low : min(zone.end, named.end + 40)], named.start - low)


_ALL_GOODS = re.compile(r"(?:\sworth)?\s(?:of|in)\s(?:goods|products|stuff|merchandise|things)\b(?!\sincluding)", re.I)


def _metric(body: str, reading: Reading, reporter: str | None, partner: str | None) -> str:
    """The metric; goods at large bought or sold between states are imports and exports."""
    metric = reading.metric.row.metric
    if not (reading.metric.verb and reading.level is not None and reporter and partner):
        return metric
    ahead = _TO.search(body, max(0, reading.metric.start - 40), reading.metric.start) is not None
    if metric in ("purchase", "sales") and not ahead and _ALL_GOODS.match(body, reading.level.end):
        return "imports" if metric == "purchase" else "exports"
    return metric


def _before(days: Days, others: Days) -> bool:
    return days.last is not None and others.last is not None and days.last < others.last


def _past(days: Days | None, after: Days | None) -> Days | None:
    """What a figure is compared with lies before it: ``from 12 percent in July`` is the July before."""
    if days is None or after is None or days.first is None or after.first is None or days.first < after.first:
        return days
    return periods.year_before(days)


def _value(reading: Reading) -> tuple[float | None, str | None]:
    """The level in full units (a deficit negative), and its unit; a change in money has a unit alone."""
    amount = reading.level or reading.by
    if amount is None:
        return None, None
    unit = amount.currency or amount.unit
    if reading.level is None:
        return None, unit
    value = reading.level.high if reading.level.high is not None else reading.level.value
    return (-abs(value) if reading.metric.row.sign < 0 else value), unit


def _leads(body: str, time: Span, reading: Reading) -> bool:
    """Whether a time of its own stands in a reading or right before it."""
    if periods.COMPARING.search(body, time.start, time.end):
        return False
    return reading.start <= time.start or periods.RIGHT_BEFORE.fullmatch(body, time.end, reading.start) is not None


def _earlier(page: Page, zone: Span, reading: Reading, last: Figure, base: Days | None) -> Figure:
    """The figure that the last one is set beside: all as there, but for its value, growth and days."""
    spoken = _times(page, zone)
    time = periods.period_of(page.body, zone, Span(start=zone.end, end=zone.end), reading.anchor, spoken)
    named = next((t for t in spoken if t.days and t.end <= reading.at and _leads(page.body, t, reading)), None)
    if named is not None:
        period, end = _past(named.days, last.period), reading.end  # "from January's $28 billion", "a 1985 deficit"
    elif time is not None and time.start >= reading.end and time.start - reading.end < 30:
        period, end = periods.in_that_year(page.body, time, last.period) or _past(time.days, last.period), time.end
    else:
        period, end = periods.earlier_period(page.body, Span(start=reading.end, end=zone.end), last.period)
        if period is None:
            period, _ = periods.earlier_period(page.body, Span(start=zone.start, end=reading.at), last.period)
        period, end = period or base, max(end, reading.end)
    value, unit = _value(reading)
    if unit is None or value is None:
        value, unit = None, None
    proof = page.proof(Span(start=reading.start, end=end))
    return msgspec.structs.replace(
        last,
        **proof,
        value=value,
        unit=unit,
        period=period,
        change_pct=reading.change,
        change_base=None,
        superlative=None,
    )
