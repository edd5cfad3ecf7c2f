// What someone did to whom and when; also what is only alleged, planned or denied.
// $name = "X"
MATCH (f:Fact)-[:SUBJECT]->(who:Entity)
WHERE who.name = $name OR $name IN who.aliases
OPTIONAL MATCH (f)-[:OBJECT]->(whom:Entity)
RETURN f.time AS time, who.name AS who, f.relation AS did, coalesce(whom.name, f.object) AS whom,
       f.modality AS modality, f.sentence AS sentence
ORDER BY time, did, whom, modality, sentence
