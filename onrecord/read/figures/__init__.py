"""Figures: numbers of trade, of whom and with whom."""

from onrecord.read.figures.reader import read

__all__ = ["read"]
