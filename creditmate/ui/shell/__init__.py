"""What belongs to the window and to no place: its menu, its keys, help, and being the only one."""
