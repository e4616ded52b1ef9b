"""Mentions to assertions: a file for each kind."""
