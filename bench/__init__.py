"""What is timed, each against a reference in the same run: ``python3 dev.py bench``."""
