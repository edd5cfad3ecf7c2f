"""Mentions into entities, within one document and across all of them."""
