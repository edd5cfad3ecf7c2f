// Who said what: statements, announcements, warnings and denials with the words said.
MATCH (f:Fact)-[:SUBJECT]->(speaker:Entity)
WHERE f.relation IN ['stated', 'announced', 'warned', 'denied', 'criticized', 'praised', 'requested', 'threatened']
MATCH (d:Document)-[:SAYS]->(f)
RETURN speaker.name AS speaker, f.relation AS how, coalesce(f.quote, f.object) AS words, f.time AS time,
       d.title AS document
ORDER BY speaker, time, how, words, document
