"""Established text in, its divisions out: sections, paragraphs, list items, sentences, clauses."""

from actum.divide.tree import divide

__all__ = ["divide"]
