"""What a user should know of a document that was cleaned."""

from onrecord.clean.published import hinted
from onrecord.model.document import Document
from onrecord.model.notice import Notice

_LONGEST = 40
"""Letters of a wrong day that are shown."""
_WHERE = {"manifest": "the manifest", "row": "its row", "page": "its page"}


def notices(document: Document) -> tuple[Notice, ...]:
    """A warning for every day of publication that was given with the document and cannot be read as one day."""
    return tuple(
        Notice(
            about=document.name,
            stage="clean",
            reason=f"{hint.published[:_LONGEST]!r}, given by {_WHERE.get(hint.where, hint.where)}, is not one certain "
            "day of the years 1900 to 2099: write it as 2025-05-27",
        )
        for hint in document.hints
        if hint.published.strip() and hinted(hint.published) is None
    )
