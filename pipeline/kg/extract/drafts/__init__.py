"""Fills the roles of a trigger: drafts of facts, before they are judged."""
