"""Issues: words that evoke a node of the issue tree."""

from onrecord.model.mention import IssueMention


def find_issues(body: str) -> tuple[IssueMention, ...]:
    """Every issue named in the body."""
    return ()
