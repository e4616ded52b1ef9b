"""Figures made of readings: with their parties, their days, and what the text does not say again."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.assertion import Figure
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.figures import marks, periods
from onrecord.read.figures.ahead import of_what_is_ahead
from onrecord.read.figures.beside import before_it, part_of, start_of
from onrecord.read.figures.carried import Carried
from onrecord.read.figures.ended import times_of
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.what import TO_COME, metric_of, sector_of, value_of
from onrecord.read.figures.whose import whose
from onrecord.read.voice import voice

_HEAD = 40
"""An older time further into its sentence is looked back at; what follows is still of the time spoken of before."""
_NEAR = 24
"""A time further behind a yearly rate is of something else."""
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
    nth = 0
    carried.here = None
    figure: Figure | None
    for at, reading in enumerate(read_here):
        following = sentence.end
        if at + 1 < len(read_here):
            then = read_here[at + 1]
            following = then.at if then.metric == reading.metric else min(then.start, then.at)
        start = _zone_start(page, sentence, read_here, at)
        if start < carried.reach <= min(reading.at, reading.metric.start):
            start = carried.reach
        zone = Span(start=start, end=max(reading.end, following))
        beside = last or (carried.figure if sentence.paragraph - carried.paragraph <= 1 else None)
        if reading.earlier and beside is not None and beside.metric == reading.metric.row.metric:
            known = carried.bases.setdefault(beside.period, [])
            figure = before_it(page, zone, reading, beside, known[nth] if nth < len(known) else None)
            if beside.period is not None and nth == len(known):
                known.append(figure.period)
            nth += 1
        elif reading.part and last is not None:
            figure = part_of(page, reading, last)
        else:
            again = at > 0 and read_here[at - 1].metric == reading.metric
            shared = _shared_days(page, sentence, read_here, at)
            figure = _figure(page, sentence, zone, reading, states, carried, common, at > 0, again, shared)
            if figure is not None and again and last is not None and not (figure.reporter or figure.partner):
                figure = msgspec.structs.replace(figure, reporter=last.reporter, partner=last.partner)
        nth = nth if reading.earlier else 0
        if figure is not None:
            yield figure
            yield from start_of(page, reading, figure)
            last = figure if not reading.earlier else last
            carried.figure = last


_AGO = re.compile(r",?\s(?:in\s)?(?:the\s|an?\s)?(?:year|month)[\s-](?:ago|earlier|before)\b")
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
    time = periods.period_of(page.body, zone, then, then.anchor, times_of(page, sentence))
    return time.days if time is not None else None


def _zone_start(page: Page, sentence: Sentence, read_here: Sequence[Reading], at: int) -> int:
    """Where the words of a reading begin: after the reading before, and after the time of what that was set beside."""
    if at == 0 or read_here[at - 1].end > read_here[at].at:
        return sentence.start
    before = read_here[at - 1]
    if before.earlier:
        for time in page.within(page.times, sentence):
            if 0 <= time.start - before.end < 16 and time.end <= read_here[at].at:
                return time.end
    return before.end


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
    spoken = times_of(page, sentence)
    time = periods.period_of(body, zone, reading, reading.anchor, spoken)
    if time is not None and time.start - reading.anchor > _NEAR and _of_no_time(body, reading):
        time = None  # "sells $9 billion a year - since talks that opened last June"
    period = periods.to_date(page, zone, time) or periods.of_last_year(body, time, spoken, reading.anchor)
    period = period or (time.days if time is not None else None)
    own = period
    if reading.change is None and _AGO.match(body, reading.end):
        ago = Span(start=reading.end, end=min(sentence.end, reading.end + 40))
        period, own = periods.earlier_period(body, ago, period or carried.period)[0], None
    period = period or shared
    if (
        period is None
        and sentence.paragraph - carried.paragraph <= 3
        and not (_of_no_time(body, reading) or periods.unresolved(body, zone, spoken))
    ):
        period = carried.here or carried.period
    base, base_end = (None, 0)
    if reading.change is not None:
        base, base_end = periods.base_of(
            body, Span(start=min(who.span.start, reading.start), end=zone.end), period, spoken
        )
        if base is not None and own is None:
            whole = periods.COMPARING.search(body, max(reading.anchor, base_end - 30), base_end) is None
            period = own = periods.after_base(base, period, whole)
        if base is not None:
            carried.bases.setdefault(period, [base])
            carried.reach = base_end
        elif own is None:
            known = carried.bases.get(period) if second else None
            base = known[0] if known else carried.base if named.pronoun else None
    span = Span(start=reading.start, end=max(reading.end, base_end))
    if again and reading.start > named.end:  # a further object or growth: its own words, and those of its goods
        goods = _GOODS.match(body, span.end, zone.end) if named.verb or reading.against else None
        span = Span(start=span.start, end=goods.end() if goods else span.end)
    else:
        span = who.span.joined(span)
    if time is not None and time.start - span.end < 40 and span.start - time.end < 20:
        span = span.joined(Span(start=time.start, end=time.end))
    certainty, via, steps = voice(page, span)
    certainty = of_what_is_ahead(body, sentence, reading, certainty)
    carried.metric, carried.reporter, carried.partner = named.row.metric, reporter, partner
    carried.paragraph = sentence.paragraph
    carried.named = named
    compared = _COMPARED.search(body, zone.start, max(zone.start, reading.at)) is not None
    older = own is not None and carried.period is not None and _before(own, carried.period)
    aside = older and time is not None and time.start - sentence.start > _HEAD
    if own is not None and not again and not compared:
        carried.here = own
        carried.period = carried.period if aside else own
    value, unit = value_of(reading)
    superlative = marks.superlative(_own_words(body, span, zone), reading.at - span.start)
    if superlative is None and not second and marks.breaks_record(body[span.end : sentence.end]):
        superlative = "record-high"
    return Figure(
        **page.proof(span),
        metric=metric_of(body, reading, reporter, partner),  # type: ignore[arg-type]
        reporter=reporter,
        partner=partner,
        sector=sector_of(body, zone, reading),
        value=value,
        unit=unit,
        period=period,
        change_pct=reading.change,
        change_base=base,
        superlative=superlative,
        source=marks.source(body, sentence),
        certainty=certainty,
        via=via,
        steps=steps,
        rule=f"figure/{named.row.metric}",
    )


_GOODS = re.compile(
    r"(?:\s(?:more|worth))*\s(?:of|in)(?:\s(?!(?:and|from|to|in|by|over|each|a|last|this)\b)[\w'’-]+){1,4}"
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


def _of_no_time(body: str, reading: Reading) -> bool:
    """Whether a figure is of no time that the text has spoken of: a yearly rate, a purchase still to come."""
    amount = reading.level or reading.by
    if reading.metric.row.metric in _OF_NOW:
        return True
    if amount is None:
        return False
    ahead = reading.metric.row.metric == "purchase" and (
        TO_COME.search(body, max(0, reading.metric.start - 40), reading.metric.start) is not None
        or re.search(r"\b(?:would|will|could)\b", body[reading.metric.end : amount.start]) is not None
    )
    return ahead or amount.unit.startswith("per ") or _YEARLY.match(body, amount.end) is not None


def _before(days: Days, others: Days) -> bool:
    return days.last is not None and others.first is not None and days.last < others.first
