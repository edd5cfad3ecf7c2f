// What more than one document says: the same subject, relation and object.
MATCH (d:Document)-[:SAYS]->(f:Fact)-[:SUBJECT]->(who:Entity)
MATCH (f)-[:OBJECT]->(whom:Entity)
WITH who, f.relation AS did, whom, d.title AS title ORDER BY title
WITH who, did, whom, collect(DISTINCT title) AS documents
WHERE size(documents) > 1
RETURN who.name AS who, did, whom.name AS whom, documents
ORDER BY who, did, whom
