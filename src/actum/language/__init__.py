"""What a language brings as data: cues, readings, word lists, each behind one loader."""
