// How two entities are tied: the shortest chains of facts from one to the other, in any direction.
// $from = "Elon Musk"
// $to = "Kamala Harris"
MATCH (a:Entity {name: $from}), (b:Entity {name: $to})
MATCH p = allShortestPaths((a)-[*..6]-(b))
WHERE all(n IN nodes(p) WHERE n:Entity)
RETURN [n IN nodes(p) | n.name] AS through, [r IN relationships(p) | type(r)] AS relations
ORDER BY through, relations
