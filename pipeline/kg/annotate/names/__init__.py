"""Finds the names of a text and their types: rules, tables and models vote over the whole document."""

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.spotter import spot
from kg.annotate.names.vote import choose

__all__ = ["Candidate", "choose", "spot"]
