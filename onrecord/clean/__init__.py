"""Documents to articles: their own text, and what is set aside, and why."""
