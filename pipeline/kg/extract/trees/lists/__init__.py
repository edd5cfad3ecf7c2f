"""Joins the members of lists that parsers take apart."""
