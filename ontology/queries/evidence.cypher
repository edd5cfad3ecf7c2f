// The sentences behind every fact that joins two entities, with their place in the document.
// $one = "Elon Musk"
// $other = "Donald Trump"
MATCH (a:Entity {name: $one})-[r]-(b:Entity {name: $other})
WHERE r.fact IS NOT NULL
MATCH (d:Document {iri: r.document})
RETURN type(r) AS relation, startNode(r).name AS who, r.sentence AS sentence, r.start AS start, r.end AS end,
       r.by AS by, d.title AS document, d.source AS source
ORDER BY document, start, relation
