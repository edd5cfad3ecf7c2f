// The entities that the documents speak of most, with the number of documents.
// $limit = 20
MATCH (d:Document)-[m:MENTIONS]->(e:Entity)
WITH e, count(d) AS documents, sum(m.count) AS mentions
RETURN e.name AS name, e.type AS type, documents, mentions
ORDER BY mentions DESC, documents DESC, name
LIMIT $limit
