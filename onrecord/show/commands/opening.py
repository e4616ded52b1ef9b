"""The commands that open one thing: an entry, an article, the places of words."""

from typing import Annotated

import typer

from onrecord.show.commands.options import DEFAULT_RECORD, As, AsOf, Format, Issue, On, Party, RecordFile


def show(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The id at the head of a line, for instance m-3f2a9c.")],
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """Open an entry: its slots and all words behind it.

    Each span stands in its sentence, with who said it, through whom, and in which of how many independent reports.
    With --as-of DAY only what was known by then stands behind it.
    """
    import msgspec

    from onrecord.show.commands.output import fail, opened, put
    from onrecord.show.render import screen
    from onrecord.show.views import Asked
    from onrecord.show.views import entry as view

    with opened(record) as database:
        found = view.opened(database, entry, Asked(party=party, issue=issue, on=on, as_of=as_of))
        if found is None:
            fail(f"No entry has the id {entry}, or none that fits. `onrecord timeline` shows ids at the head of lines.")
        elif form is Format.table:
            screen.console().print(screen.entry(found))
        elif form is Format.json:
            typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        else:
            put(view.table(found), form)


def article(
    doc: Annotated[
        str, typer.Argument(metavar="DOC", help="A file name, its end, or the first digits of its SHA-256.")
    ],
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
    why: Annotated[
        bool,
        typer.Option(
            "--why", help="Also name the rule behind every mark and aside, and list all times and amounts with theirs."
        ),
    ] = False,
) -> None:
    """Open an article, with what was read from it marked.

    Asides (what is not its own text) are dimmed; below stands what each mark means.

    With --party, --issue, --on or --as-of only what fits is marked. json holds the whole; csv and md the marks.
    """
    import msgspec

    from onrecord.show.commands.output import fail, opened, put
    from onrecord.show.render import screen
    from onrecord.show.views import Asked
    from onrecord.show.views import article as view

    with opened(record) as database:
        docs = database.named(doc)
        if not docs:
            fail(f"No document is called {doc}. `onrecord reports` lists them all.")
        if len(docs) > 1:
            some = ", ".join(one[:12] for one in docs[:6]) + (", ..." if len(docs) > 6 else "")
            fail(f"{len(docs)} documents are called {doc}. Open one by its first digits: {some}.")
        asked = Asked(party=party, issue=issue, on=on, as_of=as_of)
        kept = frozenset(entry.id for entry in asked.entries(database)) if asked != Asked() else None
        found = view.opened(database, docs[0], kept, why=why)
        if form is Format.table:
            screen.console().print(screen.article(found, why=why))
        elif form is Format.json:
            typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        else:
            put(view.table(found), form)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words that must all stand in the article.")],
    record: RecordFile = DEFAULT_RECORD,
    party: Party = "",
    issue: Issue = "",
    on: On = None,
    as_of: AsOf = None,
    form: As = Format.table,
) -> None:
    """Find articles by their words.

    Words in double quotation marks must stand side by side: onrecord search '"location data"'.
    """
    from onrecord.show.commands.output import opened, put
    from onrecord.show.views import Asked
    from onrecord.show.views.search import search as view

    with opened(record) as database:
        put(view(database, " ".join(words), Asked(party=party, issue=issue, on=on, as_of=as_of)), form)
