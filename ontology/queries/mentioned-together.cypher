// With whom someone stands in the same documents, and in how many of them.
// $name = "Elon Musk"
MATCH (a:Entity {name: $name})<-[:MENTIONS]-(d:Document)-[:MENTIONS]->(b:Entity)
WHERE a <> b
RETURN b.name AS name, b.type AS type, count(DISTINCT d) AS documents,
       EXISTS { (a)-[r]-(b) WHERE r.fact IS NOT NULL } AS joined_by_a_fact
ORDER BY documents DESC, name
