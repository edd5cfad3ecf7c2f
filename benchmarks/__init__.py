"""Measurements side by side: ours and a peer's in the same run, on the same machine, on the same data."""
