"""Gives each clause its own verb and that verb its own subject, wherever it stands."""
