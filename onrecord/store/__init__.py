"""The database: the only SQL."""

from onrecord.store.database import Database
from onrecord.store.facets import holds, issues, matches, parties
from onrecord.store.holdings import Change, Holdings, Marks
from onrecord.store.naming import party, state_names
from onrecord.store.opening import BusyRecord, DamagedRecord, NewerRecord, NoRecord, NotARecord, RecordError

__all__ = [
    "BusyRecord",
    "Change",
    "DamagedRecord",
    "Database",
    "Holdings",
    "Marks",
    "NewerRecord",
    "NoRecord",
    "NotARecord",
    "RecordError",
    "holds",
    "issues",
    "matches",
    "parties",
    "party",
    "state_names",
]
