// What one document says and another denies: the same subject, relation and object, asserted here, denied there.
MATCH (yes:Fact)-[:SUBJECT]->(who:Entity)<-[:SUBJECT]-(no:Fact)
WHERE yes.relation = no.relation AND yes.modality IN ['asserted', 'reported'] AND no.modality = 'denied'
MATCH (yes)-[:OBJECT]->(whom:Entity)<-[:OBJECT]-(no)
MATCH (here:Document)-[:SAYS]->(yes), (there:Document)-[:SAYS]->(no)
RETURN who.name AS who, yes.relation AS did, whom.name AS whom, here.title AS said_in, there.title AS denied_in
ORDER BY who, did, whom, said_in, denied_in
