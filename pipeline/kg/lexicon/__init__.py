"""Word tables and inflection: what rules of any stage may look up. Knows no text and no tree."""
