"""Use-cases: one method, one transaction."""
