"""Where an article was written: the state of its dateline, whose ministries and officials it names with no state."""

from functools import cache

from onrecord.knowledge.states import states
from onrecord.model.page import Page


def home(page: Page) -> str:
    """The code of the state that the dateline names, or whose capital it is; "" where there is none.

    Talks are held in other cities by people from elsewhere ("GENEVA").
    """
    line = page.article.dateline
    if line is None:
        return ""
    parts = [part.strip().casefold() for part in line.value.split(",")]
    return next((code for part in reversed(parts) if (code := places().get(part, ""))), "")


@cache
def places() -> dict[str, str]:
    """Codes by the names of states and their capitals."""
    return {word.casefold(): row.code for row in states().values() for word in (row.name, *row.names, *row.capitals)}
