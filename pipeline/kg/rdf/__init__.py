"""Extractions as RDF: one named graph a document, entities shared by IRI, no blank node, no clock."""

from kg.rdf.dataset import quads

__all__ = ["quads"]
