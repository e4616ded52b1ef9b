"""Text to mentions: what is named, and where."""
