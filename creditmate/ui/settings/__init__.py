"""The parts of the Settings place: what the business is, who works here, how papers are made."""
