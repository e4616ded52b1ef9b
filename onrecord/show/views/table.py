"""A view's answer: plain data that the terminal, the exports and the dossier all draw from."""

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: the id that ``onrecord show`` opens, its cells in the order of the columns, and the words it rests on.

    ``doc`` is the name of the article in which the words stand; ``group`` is the heading under which the line stands.
    """

    id: str
    cells: tuple[str, ...]
    words: str = ""
    doc: str = ""
    group: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A named table of lines. ``note`` is a remark under it; ``empty`` what to say where there is no line.

    ``below`` names columns whose cells are long: a terminal puts them under the line.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    below: tuple[str, ...] = ()
    empty: str = "Nothing in the record fits."
