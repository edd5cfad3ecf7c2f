"""Questions to a store: SPARQL, the evidence of a fact, the reason of a merge."""
