"""How long an answer may take before something is drawn in its place."""

PATIENCE = 120
"""Milliseconds before a placeholder is drawn, so that fast answers never flash."""
