// Who stands against whom: opponents, rivals, accusers and critics; a pair is listed once.
MATCH (a:Entity)-[r:OPPONENT_OF|COMPETITOR_OF|OPPOSES|ACCUSED|CRITICIZED|SUED]-(b:Entity)
WHERE a.iri < b.iri
WITH a, b, type(r) AS how ORDER BY how
RETURN a.name AS one, b.name AS other, collect(DISTINCT how) AS how
ORDER BY one, other
