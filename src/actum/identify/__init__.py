"""Copies to works: who carries the same text, where it starts and ends, what it says of itself."""
