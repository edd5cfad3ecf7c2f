// Who raised or gave money, how much, together with whom, and who says so.
MATCH (f:RaisedFunds|Donated|Invested)
OPTIONAL MATCH (f)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (f)-[:PARTICIPANTS]->(other:Entity)
WITH f, coalesce(who.name, f.subject) AS who, other.name AS other ORDER BY other
WITH f, who, collect(other) AS participants
RETURN who, f.relation AS what, f.amount_qualifier AS qualifier, f.amount AS amount, f.amount_currency AS currency,
       participants, f.time AS time, f.attributed_to AS according_to
ORDER BY amount DESC, who, time
