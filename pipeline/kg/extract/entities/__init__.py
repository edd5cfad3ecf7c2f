"""Groups a document's names into entities."""
