"""Puts titles and offices beside the person who holds them, wherever parsers hang them."""
