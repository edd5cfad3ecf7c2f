"""Loads what French needs."""

from kg.warm import warm

warm("fr")
