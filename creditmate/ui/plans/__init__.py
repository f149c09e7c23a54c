"""Payment plans and more time in the window."""
