// Everything with a date that someone has a part in, in the order of time.
// $name = "X"
MATCH (f:Fact)-[role]->(who:Entity)
WHERE (who.name = $name OR $name IN who.aliases) AND f.time IS NOT NULL
WITH DISTINCT f
RETURN f.time AS time, f.subject AS who, f.relation AS did, f.object AS whom, f.modality AS modality
ORDER BY time, who, did, whom
