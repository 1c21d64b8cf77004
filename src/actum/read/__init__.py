"""Bytes to a Copy, its text and its doubts; one file a format."""
