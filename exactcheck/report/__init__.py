"""How results are shown. Reads results only."""
