// The documents, with their numbers of facts, entities and speakers.
MATCH (d:Document)
RETURN d.title AS title, d.published AS published, d.language AS language, d.source AS source,
       COUNT { (d)-[:SAYS]->(:Fact) } AS facts, COUNT { (d)-[:MENTIONS]->(:Entity) } AS entities,
       COUNT { MATCH (d)-[:SAYS]->(:Fact)-[:ATTRIBUTED_TO]->(who:Entity) RETURN DISTINCT who } AS speakers
ORDER BY published, title
