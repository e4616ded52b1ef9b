"""Reported speech: what hangs on a verb, noun or adjective of saying."""
