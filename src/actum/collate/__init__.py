"""Witnesses to apparatus and edition; what is wrong with a text that has one witness."""
