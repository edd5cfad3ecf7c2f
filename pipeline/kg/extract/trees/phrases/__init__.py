"""Gives phrases one shape: complements, additions and addresses hang from the word that they belong to."""
