// What is planned or only possible, by whom, and for when.
MATCH (f:Fact)
WHERE f.modality IN ['planned', 'hypothetical']
RETURN f.subject AS who, f.relation AS what, f.object AS whom, f.time AS time, f.modality AS modality
ORDER BY time, who, what, whom
