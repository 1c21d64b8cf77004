"""Positions, claims and records → who stands where, who aims at whom."""
