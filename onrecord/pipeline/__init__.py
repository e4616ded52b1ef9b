"""The order of the stages: documents in, the record out; and the record as of a day."""

from onrecord.pipeline.asof import entries
from onrecord.pipeline.run import Progress, read

__all__ = ["Progress", "entries", "read"]
