"""What can be asked of a record: a module for each question, answers as plain data."""

from onrecord.show.views.asked import Asked
from onrecord.show.views.table import Line, Table

__all__ = ["Asked", "Line", "Table"]
