"""Bytes to documents: the only place that meets foreign formats."""
