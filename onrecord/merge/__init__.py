"""Assertions to entries: pure, no SQL, no text."""
