"""Mechanics of strings: spans, offset maps, forms for comparing, edit scripts. Knows nothing of documents."""
