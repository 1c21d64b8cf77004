"""Positions, effects, mentions and the registry → the regime: register, ledger, causal map, networks."""
