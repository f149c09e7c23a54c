"""Files in and out, to plain dataclasses."""
