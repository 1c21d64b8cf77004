"""Effects → claims between concepts → the causal map."""
