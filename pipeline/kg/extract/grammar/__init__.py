"""Reads grammatical functions off a dependency tree: voice, deep subject and object, prepositions.

Works on Universal Dependencies labels for both languages and knows no relation.
"""
