"""A run: what one reading of a pile brought to the record."""

import msgspec

from onrecord.model.notice import Notice


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What a run of ``read`` was given and what the record holds after it.

    ``number`` counts the runs that changed the record; it is 0 for a run that changed nothing. ``documents`` is how
    many different documents the sources held; ``new`` of them were not in the record before. ``read`` is how many
    articles were read for assertions now and ``resumed`` how many had been read by a run that did not end.
    ``articles``, ``reports``, ``assertions`` (by kind) and ``entries`` count the whole record. ``version`` is
    onrecord's own; ``rules`` marks the reading rules and tables, ``parser`` the parser used.
    """

    number: int = 0
    documents: int = 0
    new: int = 0
    read: int = 0
    resumed: int = 0
    articles: int = 0
    reports: int = 0
    assertions: dict[str, int] = {}
    entries: int = 0
    notices: tuple[Notice, ...] = ()
    version: str = ""
    rules: str = ""
    parser: str = ""

    @property
    def unchanged(self) -> int:
        """How many of the documents were in the record before."""
        return self.documents - self.new

    @property
    def changed(self) -> bool:
        """Whether the run changed the record."""
        return self.number > 0
