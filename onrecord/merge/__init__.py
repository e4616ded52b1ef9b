"""Assertions to entries: pure, no SQL, no text."""

from onrecord.merge.entries import entries

__all__ = ["entries"]
