"""Reads single words for what they are: numbers, people, pronouns, letters behind a name."""
