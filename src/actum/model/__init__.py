"""The nouns of the glossary, frozen; no algorithms."""
