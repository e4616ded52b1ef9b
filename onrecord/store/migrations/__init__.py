"""How a record of one version becomes a record of the next; each step is a file of ``versions``."""
