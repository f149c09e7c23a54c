"""The ledger file: the only place that knows peewee."""
