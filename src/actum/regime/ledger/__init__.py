"""Positions → undertakings, demands, norms and stances, with what happened since."""
