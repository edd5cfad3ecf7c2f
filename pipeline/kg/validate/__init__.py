"""Checks that a document's graph holds what the ontology's shapes ask of it."""

from kg.validate.evidence import Finding, verify
from kg.validate.gate import Report, validate
from kg.validate.reference import reference

__all__ = ["Finding", "Report", "reference", "validate", "verify"]
