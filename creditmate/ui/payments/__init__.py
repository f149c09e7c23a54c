"""Money in, as the window shows and takes it: recording, setting against items, looking for it."""
