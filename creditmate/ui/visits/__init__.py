"""Visits in the window: the lists, one visit's page, and what is done about it."""
