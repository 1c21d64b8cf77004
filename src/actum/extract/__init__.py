"""Sentences become facts: mentions of actors and instruments, positions, effects."""
