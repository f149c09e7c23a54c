"""Papers that belong to us or are looked at before they go out: shown, printed, saved."""
