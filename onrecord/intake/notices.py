"""Notices of this stage."""

from onrecord.model.notice import Notice


def notice(about: str, reason: str, level: str = "error") -> Notice:
    """A notice about an input that was not used (``error``), or not all of it (``warning``, ``info``)."""
    return Notice(about=about, stage="intake", reason=reason, level=level)
