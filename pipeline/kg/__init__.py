"""News into a knowledge graph: who did what to whom, when, and who says so."""
