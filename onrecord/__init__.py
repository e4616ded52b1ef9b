"""onrecord reads a pile of news of trade talks and keeps the record of what was said, done and counted."""

__version__ = "0.1.0"
