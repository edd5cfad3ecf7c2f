// Facts that want a second look: low confidence, or nobody named on either side.
// $below = 0.5
MATCH (d:Document)-[:SAYS]->(f:Fact)
WHERE f.confidence < $below OR (NOT EXISTS { (f)-[:SUBJECT]->() } AND NOT EXISTS { (f)-[:OBJECT]->() })
RETURN f.confidence AS confidence, f.subject AS who, f.relation AS did, f.object AS whom, f.sentence AS sentence,
       d.title AS document
ORDER BY confidence, document, f.start, did
