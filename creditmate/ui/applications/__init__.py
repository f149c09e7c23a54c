"""Applications for credit in the window: handed out, read, typed beside their picture; checks."""
