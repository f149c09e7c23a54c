"""The field's rules as pure calculations: no I/O, clock, language or toolkit."""
