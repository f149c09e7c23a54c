"""The machine: clock, paths, files."""
