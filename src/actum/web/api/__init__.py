"""The JSON behind the pages, one file a subject; what writes takes a Writer."""
