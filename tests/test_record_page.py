"""The page about the record says what the code declares: every field, slot and value, in order."""

import re
from pathlib import Path
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from onrecord.model.assertion import KINDS, Assertion, slots_of
from onrecord.model.days import Days

PAGE = Path(__file__).parent.parent / "docs" / "record.md"
PLAIN = {str: "text", int: "number", float: "number", bool: "true or false", Days: "days"}


def values(declared: object) -> str:
    """How the page names the values of a slot."""
    if get_origin(declared) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(declared))
    if get_origin(declared) is tuple:
        return "list"
    if get_origin(declared) in (Union, UnionType):
        (known,) = (one for one in get_args(declared) if one is not type(None))
        return values(known)
    assert isinstance(declared, type)
    return PLAIN[declared]


def told(heading: str) -> list[tuple[str, str]]:
    """The names and values in the table under a heading of the page."""
    section = re.split(r"^##+ ", PAGE.read_text("utf-8"), flags=re.M)
    (found,) = (part for part in section if part.startswith(f"{heading}\n"))
    return re.findall(r"^\| `(\w+)` \| (.+?) \| .", found, flags=re.M)


def test_every_kind_has_its_slots_and_values_on_the_page() -> None:
    for kind in KINDS:
        hints = get_type_hints(kind)
        assert told(str(kind.__struct_config__.tag)) == [(slot, values(hints[slot])) for slot in slots_of(kind)]


def test_the_common_fields_are_on_the_page() -> None:
    hints = get_type_hints(Assertion)
    assert told("What every assertion has") == [(name, values(hints[name])) for name in Assertion.__struct_fields__]
