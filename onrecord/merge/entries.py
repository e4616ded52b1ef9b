"""Assertions to entries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from onrecord.merge.best import best
from onrecord.merge.conflicts import mirrors, within
from onrecord.merge.identity import identity
from onrecord.merge.implied import bases
from onrecord.merge.joining import groups
from onrecord.merge.support import Support
from onrecord.model.article import Published
from onrecord.model.assertion import KINDS, AnyAssertion, assertion_id, kind_of
from onrecord.model.days import Days
from onrecord.model.entry import Entry, Report

LETTERS = {"meeting": "t", "measure": "m", "position": "p", "figure": "f", "statement": "s"}
"""With what the ids of a kind begin: talks, measure, position, figure, statement."""
SHORT = 6


def entries(
    assertions: Sequence[AnyAssertion], reports: Sequence[Report], published: Mapping[str, Published]
) -> tuple[Entry, ...]:
    """The assertions merged, by kind, then by the day first said.

    ``reports`` tell which documents are copies of one another (one not named is a report of its own), ``published``
    when each came out. The same assertions give the same entries, whatever their order.
    """
    report_of = {doc: report.id for report in reports for doc in report.docs}
    unique = {
        assertion_id(assertion): assertion for assertion in sorted(assertions, key=lambda one: one.rule, reverse=True)
    }
    # an article of which only one end is known ("not before 2012") says nothing of when a thing was said
    days = {doc: one.days for doc, one in published.items() if one.days.first and one.days.last}
    supports = [
        Support(id=id_, assertion=one, report=report_of.get(one.doc, one.doc), said=days.get(one.doc))
        for id_, one in sorted(unique.items())
    ]
    identities = [identity(one.assertion, published.get(one.assertion.doc)) for one in supports]
    merged = [
        sorted((supports[number] for number in group), key=lambda one: one.order)
        for group in groups(identities, [one.report for one in supports])
    ]
    order = {kind_of_type: number for number, kind_of_type in enumerate(KINDS)}
    merged.sort(key=lambda group: (order[type(group[0].assertion)], group[0].order))
    ids = _ids([group[0] for group in merged])
    return tuple(bases(mirrors([_entry(id_, group) for id_, group in zip(ids, merged, strict=True)])))


def _entry(id_: str, supports: Sequence[Support]) -> Entry:
    return Entry(
        id=id_,
        kind=kind_of(supports[0].assertion),
        best=best(supports),
        supports=tuple(one.id for one in supports),
        reports=len({one.report for one in supports}),
        said=_said(supports),
        conflicts=within(supports),
    )


def _said(supports: Sequence[Support]) -> Days | None:
    """From the first to the last day on which it was said, as far as that is known."""
    known = [one.said for one in supports if one.said is not None and one.said.known]
    first = min((days.first or days.last or date.max for days in known), default=None)
    last = max((days.last or days.first or date.min for days in known), default=None)
    return Days(first=first, last=last) if known else None


def _ids(firsts: Sequence[Support]) -> list[str]:
    """The entries' ids, from the content of what was said first, so that they stay when the entry grows.

    Short; where two would be the same, both get as many more digits as they need.
    """
    full = [f"{LETTERS[kind_of(one.assertion)]}-{sha256(one.id.encode()).hexdigest()}" for one in firsts]
    ids = [""] * len(full)
    open_, length = list(range(len(full))), SHORT + 2
    while open_:
        same: defaultdict[str, list[int]] = defaultdict(list)
        for number in open_:
            same[full[number][:length]].append(number)
        for short, numbers in same.items():
            for number in numbers:
                ids[number] = short
        open_ = [number for numbers in same.values() if len(numbers) > 1 for number in numbers]
        length += 2
    return ids
