"""The order of the stages: documents in, the record out; and the record as of a day."""

from onrecord.find.parse import MissingModel
from onrecord.knowledge.tables import BadTable
from onrecord.pipeline.asof import entries
from onrecord.pipeline.run import Progress, read
from onrecord.store import RecordError

FORESEEN = (RecordError, MissingModel, BadTable)
"""Errors that the user can mend: their messages say how. Any other is a fault of the program."""

__all__ = ["FORESEEN", "Progress", "entries", "read"]
