"""What keeps a ledger safe, in the window: backups, restore, checks, damage, trust."""
