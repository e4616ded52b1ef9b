"""Known before reading: tables of states, people, bodies, outlets, issues and words."""
