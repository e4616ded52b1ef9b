"""The commands that show a table of the record."""

from functools import partial
from typing import Annotated

import typer

from onrecord.show.commands.options import DEFAULT_RECORD, As, AsOf, Format, Issue, Kind, On, Party, RecordFile


def timeline(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only this kind: meeting, measure, position, figure or statement. Repeatable.",
        ),
    ] = None,
) -> None:
    """What happened, in the order of its days.

    Meetings and measures stand at the days on which they happen, positions at those on which they were taken. Figures
    and statements are left out unless asked for with --kind.
    """
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.timeline import DEFAULT_KINDS
    from onrecord.show.views.timeline import timeline as view

    kinds = tuple(dict.fromkeys(one.value for one in kind)) if kind else DEFAULT_KINDS
    asked = Asked(party=party, issue=issue, on=on, as_of=as_of)
    answer(record, asked, form, partial(view, kinds=kinds))


def measures(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """What is threatened, announced, in force, paused.

    Every measure as a chain, in the order of its days: by whom, on what, at what rate, until when.

    With --on DAY and --as-of DAY: what applied on one day, as known on another.
    """
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.measures import measures as view

    answer(record, Asked(party=party, issue=issue, on=on, as_of=as_of), form, view)


def positions(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
    lines: Annotated[bool, typer.Option("--lines/--matrix", help="Lines with their words, or only the matrix.")] = True,
) -> None:
    """Who demands, offers, refuses, agrees to what.

    First the matrix of issues and parties, then the lines behind it. As json or csv: the lines, or with --matrix
    the matrix.
    """
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.positions import matrix_table
    from onrecord.show.views.positions import positions as view

    views = ([matrix_table] if form is Format.table or not lines else []) + ([view] if lines else [])
    answer(record, Asked(party=party, issue=issue, on=on, as_of=as_of), form, *views)


def figures(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """Numbers of trade, with their period and base.

    Each with its currency, its change and what that is measured from, and who counted it. A deficit is negative.
    """
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.figures import figures as view

    answer(record, Asked(party=party, issue=issue, on=on, as_of=as_of), form, view)


def statements(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """Who said what, and through whom it came."""
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.statements import statements as view

    answer(record, Asked(party=party, issue=issue, on=on, as_of=as_of), form, view)


def reports(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """Which articles are copies of one report.

    Every report with its articles, and why each was taken for a copy.

    --party, --issue and --on keep the reports that support an entry which fits.
    """
    from onrecord.show.commands.output import answer
    from onrecord.show.views import Asked
    from onrecord.show.views.reports import reports as view

    answer(record, Asked(party=party, issue=issue, on=on, as_of=as_of), form, view)
