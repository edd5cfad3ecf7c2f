// Online accounts: whose they are, and who suspended, reinstated or banned them when.
MATCH (account:OnlineAccount)
OPTIONAL MATCH (owner:Entity)-[:HAS_ACCOUNT]->(account)
OPTIONAL MATCH (by:Entity)-[r:SUSPENDED|REINSTATED|BANNED]->(account)
RETURN account.name AS account, owner.name AS owner, type(r) AS what, by.name AS by, r.time AS time
ORDER BY account, owner, time, what, by
