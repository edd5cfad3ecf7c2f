"""Puts names and nouns side by side that are one person or thing, wherever parsers hang the second."""
