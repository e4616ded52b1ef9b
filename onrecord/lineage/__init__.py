"""Articles to reports: who copied whom, which day an undated one may have, which reports tell one story."""

from onrecord.lineage.dating import checked, dates
from onrecord.lineage.folding import reports

__all__ = ["checked", "dates", "reports"]
