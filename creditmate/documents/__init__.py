"""Dataclasses in, PDF out."""
