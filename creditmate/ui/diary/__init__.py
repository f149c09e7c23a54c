"""The parts of the place Diary."""
