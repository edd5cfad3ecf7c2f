// What was done to someone, by whom and when, the newest first.
// $name = "@dudes4harris"
MATCH (f:Fact)-[:OBJECT]->(whom:Entity)
WHERE whom.name = $name OR $name IN whom.aliases
OPTIONAL MATCH (f)-[:SUBJECT]->(who:Entity)
RETURN f.time AS time, coalesce(who.name, f.subject) AS who, f.relation AS did, f.modality AS modality,
       f.attributed_to AS according_to
ORDER BY coalesce(f.time, '') DESC, did, who, modality
