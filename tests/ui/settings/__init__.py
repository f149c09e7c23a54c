"""What the settings decide without a display."""
