// What only one side claims: facts that are reported or alleged on someone's word and that no document asserts.
MATCH (f:Fact)-[:ATTRIBUTED_TO]->(source:Entity)
WHERE f.modality IN ['reported', 'alleged']
MATCH (f)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (f)-[:OBJECT]->(whom:Entity)
WITH f, source, who, whom
WHERE NOT EXISTS {
  MATCH (g:Fact)-[:SUBJECT]->(who)
  WHERE g.relation = f.relation AND g.modality = 'asserted' AND (whom IS NULL OR EXISTS { (g)-[:OBJECT]->(whom) })
}
RETURN source.name AS according_to, who.name AS who, f.relation AS did, coalesce(whom.name, f.object) AS whom,
       f.modality AS modality
ORDER BY according_to, who, did, whom
