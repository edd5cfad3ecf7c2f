"""Finds whom pronouns, possessives and definite descriptions stand for, in one pass over the text.

A ranking by salience after Lappin & Leass (1994) with our entity types in place of their syntax filters: who is
subject, who came last, who agrees in gender and number, and what kind of thing the noun names.
"""

from kg.extract.coreference.compatriots import single_of_people
from kg.extract.coreference.resolve import resolve_references

__all__ = ["resolve_references", "single_of_people"]
