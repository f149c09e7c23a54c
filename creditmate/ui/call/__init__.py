"""The call form: what is covered, how it ended, what was promised, and what comes next."""
