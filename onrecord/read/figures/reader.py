"""Reads the figures of a page, sentence by sentence, carrying what the text does not say again."""

from collections.abc import Sequence

from onrecord.model.assertion import Figure
from onrecord.model.mention import ActorMention, AmountMention
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.figures import accounts, balances, money, periods
from onrecord.read.figures.carried import Carried
from onrecord.read.figures.clauses import readings
from onrecord.read.figures.counted import applications
from onrecord.read.figures.each import each
from onrecord.read.figures.ended import times_of
from onrecord.read.figures.growth import directed
from onrecord.read.figures.making import made
from onrecord.read.figures.metrics import Named, find_metrics, pronouns
from onrecord.read.figures.moved import as_moves
from onrecord.read.figures.multiples import as_growth
from onrecord.read.figures.parallel import parallel
from onrecord.read.figures.parties import parties
from onrecord.read.figures.prices import prices
from onrecord.read.figures.reading import Reading
from onrecord.read.figures.revised import as_now_given
from onrecord.read.figures.shares import of_the_world, shares
from onrecord.read.figures.told import commonest, within

LONGEST = 2000
"""Sentences of more characters are tables or lists, not prose."""
_APART = frozenset(("price", "applications"))
"""Metrics that are read by their own rules."""
_FLOWS = frozenset(("exports", "imports"))


def read(page: Page) -> tuple[Figure, ...]:
    """Every figure that the page asserts, in the order of the text."""
    carried = Carried()
    common = commonest(page)
    found: list[Figure] = []
    for sentence in page.sentences:
        if sentence.end - sentence.start > LONGEST:
            continue
        amounts = list(as_growth(list(page.within(page.amounts, sentence))))
        bodies = [actor for actor in page.within(page.actors, sentence) if actor.kind == "body"]
        metrics = [
            named
            for named in find_metrics(sentence.of(page.body), sentence.start)
            if not any(one.holds(named) for one in bodies)  # "the Ministry of International Trade"
        ]
        near = carried.named is not None and sentence.paragraph - carried.paragraph <= 1
        again = pronouns(page.body, sentence, metrics, carried.named if near else None)
        metrics = sorted([*metrics, *again], key=lambda named: named.start)
        if not metrics and not any(amount.currency or amount.unit == "percent" for amount in amounts):
            continue
        states = [
            actor
            for actor in page.within(page.actors, sentence)
            if actor.states
            and actor.kind in ("state", "group")
            and not any(actor.shares(named) for named in metrics if named.pronoun)
            and not any(within(actor, amount) for amount in amounts)
        ]
        kept = [named for named in metrics if _counts(page.body, sentence, named, states, carried)]
        if metrics:
            named_balance = any(named.row.metric == "trade-balance" for named in kept)
            carried.balance = named_balance or (carried.balance and not accounts.names_another(page.body, sentence))
        amounts = list(money.with_money(page.body, amounts, carried.currency))
        amounts = list(as_moves(page.body, as_now_given(page.body, amounts)))
        carried.currency = next((amount.currency for amount in reversed(amounts) if amount.currency), carried.currency)
        read_here = _read_here(page.body, sentence, kept, amounts, states)
        if not read_here and near and carried.named is not None:
            read_here = parallel(page.body, sentence, amounts, states, carried.named)
        carried.balance = carried.balance or any(one.metric.row.metric == "trade-balance" for one in read_here)
        if amounts:
            found.extend(made(page, sentence, read_here, states, carried, common))
        if not read_here and amounts and accounts.names_another(page.body, sentence):
            _note_days(page, sentence, amounts[0], carried)
        if not read_here:
            _note(page, sentence, kept, states, carried)
    return tuple(found)


def _counts(body: str, sentence: Sentence, named: Named, states: Sequence[ActorMention], carried: Carried) -> bool:
    """Whether words that name a metric mean it here: weak ones need support."""
    row = named.row
    if row.metric == "trade-balance" and named.weak and accounts.of_another(body, sentence, named):
        return False
    words = sentence.of(body).lower()
    return (
        not named.weak
        or any(word in words for word in row.beside)
        or (
            row.metric == "trade-balance"
            and (
                carried.balance
                or accounts.of_trade_before(body, sentence)
                or accounts.between_states(body, named, states)
            )
        )
        or (row.metric == carried.metric and row.metric not in _APART)
    )


def _read_here(
    body: str,
    sentence: Sentence,
    metrics: Sequence[Named],
    amounts: Sequence[AmountMention],
    states: Sequence[ActorMention],
) -> list[Reading]:
    """All readings of a sentence, left to right."""
    apart = [
        *balances.told(body, sentence, amounts, states),
        *shares(body, sentence, metrics, amounts),
        *of_the_world(body, amounts),
        *each(body, sentence, metrics, amounts, states),
        *applications(body, metrics, amounts),
        *prices(body, sentence, metrics, amounts),
    ]
    taken = {reading.at for reading in apart}
    traded = [named for named in metrics if named.row.metric not in _APART]
    free = [amount for amount in amounts if amount.start not in taken]
    return sorted([*apart, *readings(body, sentence, traded, free)], key=lambda reading: reading.at)


def _note_days(page: Page, sentence: Sentence, amount: AmountMention, carried: Carried) -> None:
    """Remember the days of a sum on another account: what is said of trade beside it is of the same days."""
    reading = Span(start=amount.start, end=amount.end)
    time = periods.period_of(page.body, sentence, reading, amount.end, times_of(page, sentence))
    if time is not None and time.days is not None:
        carried.period, carried.paragraph = time.days, max(carried.paragraph, sentence.paragraph - 2)


def _note(
    page: Page, sentence: Sentence, kept: Sequence[Named], states: Sequence[ActorMention], carried: Carried
) -> None:
    """Remember what a sentence that gives no number speaks of: whose balance; a flow that rose or fell, and when."""
    for named in kept:
        if named.row.metric == "trade-balance" and not named.weak:
            who = parties(page, sentence, named, states)
            if who.reporter:
                carried.metric, carried.reporter, carried.partner = named.row.metric, who.reporter, who.partner
                carried.named, carried.paragraph = named, sentence.paragraph
        elif named.row.metric in _FLOWS and not named.verb and directed(sentence.of(page.body)):
            times = list(page.within(page.times, sentence))
            time = periods.period_of(page.body, sentence, Span(start=named.start, end=named.end), named.end, times)
            if time is not None and time.days is not None:
                carried.period, carried.named, carried.paragraph = time.days, named, sentence.paragraph
                carried.reporter = carried.reporter or parties(page, sentence, named, states).reporter
                carried.base = periods.base_of(page.body, sentence, time.days, ())[0]
