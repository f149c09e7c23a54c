"""Keys in the window: passwords asked for and chosen, the recovery sheet, and the lock."""
