"""Where an article was written: the state of its dateline, and the states that it speaks of most."""

from collections import Counter

from onrecord.knowledge.cities import cities
from onrecord.knowledge.states import states
from onrecord.model.mention import AmountMention
from onrecord.model.page import Page
from onrecord.model.span import Span


def told_from(page: Page) -> str | None:
    """The state in which the article was written, by its dateline: there "Norlandic imports" are Norland's own."""
    if page.article.dateline is None:
        return None
    place = page.article.dateline.value.partition(",")[0].casefold()
    towns = ((row.state, (row.city, *row.names)) for row in cities())
    capitals = ((row.code, (*row.capitals, *row.names)) for row in states().values())
    return next((code for code, names in (*towns, *capitals) if place in map(str.casefold, names)), None)


def within(state: Span, amount: AmountMention) -> bool:
    """Whether a state only says of whose money an amount is: ``9 million U.S. dollars``."""
    return bool(amount.currency) and amount.start <= state.start and state.end < amount.end


def commonest(page: Page) -> list[str]:
    """The states of the article: that of its dateline if named, then the most often named, then those of its bodies."""
    alone = [
        actor for actor in page.actors if len(actor.states) == 1 and not any(within(actor, one) for one in page.amounts)
    ]
    named = Counter(actor.states[0] for actor in alone if actor.kind == "state")
    behind = Counter(actor.states[0] for actor in alone if actor.kind == "body")
    home = told_from(page)
    found = sorted({**named, **behind}, key=lambda code: (code != home, -named[code], -behind[code]))
    return found or ([home] if home is not None else [])
