"""A notice: something that went not as hoped, told to the user instead of dropped."""

import msgspec


class Notice(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One thing the user should know: which input it is about, at which stage, and why.

    ``level`` is ``error`` (the input was not used), ``warning`` (used, but not all of it) or ``info``.
    """

    about: str
    stage: str
    reason: str
    level: str = "warning"
