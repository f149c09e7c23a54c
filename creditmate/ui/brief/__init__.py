"""The brief: everything to know before a call, in one look."""
