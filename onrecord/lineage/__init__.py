"""Articles to reports: who copied whom, which day an undated one may have, which reports tell one story."""

from onrecord.lineage.dating import dates
from onrecord.lineage.folding import reports

__all__ = ["dates", "reports"]
