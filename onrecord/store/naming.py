"""Names for the codes of a record, and the code for what people type as a party."""

from collections.abc import Mapping
from functools import cache

from onrecord.knowledge.states import states


@cache
def state_names() -> Mapping[str, str]:
    """The English name of every state, by its code."""
    return {code: row.name for code, row in states().items()}


@cache
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, row in states().items():
        for name in (code, row.name, *row.names, *row.capitals, *row.governments, *row.adjectives):
            found.setdefault(name.casefold(), code)
    return found


def party(text: str) -> str:
    """The code of the state that ``text`` names in any usual way (``Seoul``, ``South Korea``); else the text itself."""
    return _codes().get(" ".join(text.split()).casefold(), text)
