"""The dossier: the record as one page that works offline and prints."""

from onrecord.show.dossier.page import dossier

__all__ = ["dossier"]
