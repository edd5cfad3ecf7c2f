"""Finds the verbs: which words are verbs, which is an auxiliary or a participle, and what each governs."""
