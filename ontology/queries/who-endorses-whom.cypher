// Who endorses or supports whom, since when, and in which document it stands.
MATCH (who:Entity)-[r:ENDORSES|SUPPORTS]->(whom:Entity)
MATCH (d:Document {iri: r.document})
RETURN who.name AS who, type(r) AS how, whom.name AS whom, r.time AS time, r.modality AS modality, d.title AS document
ORDER BY who, how, whom, time, document
