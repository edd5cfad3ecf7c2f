"""Puts the found pieces together: rates facts, leaves out what is told twice, names entities, adds the steps."""
