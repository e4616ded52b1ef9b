"""Outlets and agencies: who prints and who supplies, with their other names, domain, language and country."""

from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge.tables import table


class Outlet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of ``outlets.csv``. ``language`` is ISO 639-1, ``country`` ISO 3166-1; blanks are unknown."""

    name: str
    kind: Literal["agency", "paper", "broadcaster", "magazine", "site"]
    aliases: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    language: str = ""
    country: str = ""


@cache
def _by_name() -> dict[str, Outlet]:
    known: dict[str, Outlet] = {}
    for outlet in table("outlets.csv", Outlet):
        for name in (outlet.name, *outlet.aliases):
            known.setdefault(_key(name), outlet)
    return known


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in table("outlets.csv", Outlet) for domain in outlet.domain}


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").removeprefix("the ").split())


def outlet_named(name: str) -> Outlet | None:
    """The outlet or agency of that name or alias (case and a leading "The" do not matter)."""
    return _by_name().get(_key(name))


def outlet_at(url: str) -> Outlet | None:
    """The outlet whose domain a web address is on."""
    host = url.split("//", 1)[-1].split("/", 1)[0].split("?", 1)[0].split("@")[-1].split(":")[0].casefold()
    labels = host.split(".")
    for first in range(min(len(labels) - 1, 8)):
        if found := _by_domain().get(".".join(labels[first:])):
            return found
    return None


@cache
def names(kind: str = "") -> tuple[str, ...]:
    """All names and aliases, of one kind or of all, longest first (for alternations)."""
    rows = [outlet for outlet in table("outlets.csv", Outlet) if kind in ("", outlet.kind)]
    found = {name for outlet in rows for name in (outlet.name, *outlet.aliases)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))
