"""The only place where rooms meet; each step one call."""
