// Who holds or held which position, where and when; status is "former" where the text says that it is over.
MATCH (f:HoldsPosition|EmployedBy|MemberOf|FounderOf)-[:SUBJECT]->(who:Person)
OPTIONAL MATCH (f)-[:OBJECT]->(where:Entity)
RETURN who.name AS who, f.relation AS how, f.title AS title, where.name AS where, f.time AS time, f.status AS status
ORDER BY who, how, where, title, time
