"""Matches the frames of `ontology/frames/*.yaml` against dependency trees: one matcher for all relations."""
