"""Turns the words that fill a role into participants, and says when words may stand for themselves."""
