"""Loads what English needs."""

from kg.warm import warm

warm("en")
