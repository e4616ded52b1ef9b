"""The one assertion that stands for an entry: of every slot the value that most independent reports give."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.merge.support import Support
from onrecord.model.assertion import AnyAssertion, slots_of
from onrecord.model.days import Days

PROGRESS = ("state", "certainty")
"""What changes as time goes on: here the latest report counts, not the most frequent."""


def best(supports: Sequence[Support]) -> AnyAssertion:
    """The merged assertion. ``supports`` are in their order.

    Its span is that of the earliest support that agrees with it on the most slots.
    """
    slots = {name: _merged(name, supports) for name in (*slots_of(type(supports[0].assertion)), "certainty")}
    proof = max(supports, key=lambda one: sum(getattr(one.assertion, name) == value for name, value in slots.items()))
    return msgspec.structs.replace(proof.assertion, **slots)


def _merged(name: str, supports: Sequence[Support]) -> object:
    """The value of a slot: what the most reports say; then the most telling; then what was said first."""
    given = [(support, getattr(support.assertion, name)) for support in supports]
    given = [(support, value) for support, value in given if value not in (None, ())]
    if not given:
        return getattr(supports[0].assertion, name)
    if name in PROGRESS:
        return max(given, key=lambda pair: _latest(pair[0]))[1]
    reports: defaultdict[object, set[str]] = defaultdict(set)
    for support, value in given:
        reports[_bare(value)].add(support.report)
    return max((value for _, value in given), key=lambda value: (len(reports[_bare(value)]), _telling(value)))


def _latest(support: Support) -> date:
    return (support.said and (support.said.last or support.said.first)) or date.min


def _bare(value: object) -> object:
    """A value without the words it was read from."""
    return msgspec.structs.replace(value, words="", offset="") if isinstance(value, Days) and value.known else value


def _telling(value: object) -> float:
    """How much a value tells: narrow days more than wide ones, a long list or name more than a short one."""
    if isinstance(value, Days):
        if value.first is None or value.last is None:
            return -1e6 if value.known else -1e7
        return -float((value.last - value.first).days) - value.approx / 2
    return float(len(value)) if isinstance(value, str | tuple) else 0.0
