"""The workspace: source bytes, built results, the judgement log."""
