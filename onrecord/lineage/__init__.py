"""Articles to reports: who copied whom, and which day an undated one may have."""
