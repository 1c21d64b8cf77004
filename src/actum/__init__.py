"""Actum: from copies of official texts to the system they describe, every fact with its proof."""

__version__ = "0.1.0"
