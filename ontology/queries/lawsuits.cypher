// Who sued whom, and how the case ended where a document says so.
MATCH (s:Sued)-[:SUBJECT]->(plaintiff:Entity), (s)-[:OBJECT]->(defendant:Entity)
OPTIONAL MATCH (l:LawsuitDismissed)-[:OBJECT]->(defendant) WHERE (l)-[:PLAINTIFF]->(plaintiff)
RETURN plaintiff.name AS plaintiff, defendant.name AS defendant, s.time AS sued, s.modality AS modality,
       l.time AS dismissed, l.subject AS by
ORDER BY plaintiff, defendant, sued, dismissed
