"""How often values with the same evidence are right: evidence in, chance out."""
