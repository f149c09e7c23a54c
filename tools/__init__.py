"""What developers use around the program: its environment, its checks, its lock files."""
