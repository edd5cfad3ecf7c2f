"""Loads what both languages need."""

from kg.warm import warm

warm("fr", "en")
