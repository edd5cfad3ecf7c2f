"""The tables of the ledger.

documents     what was ingested; `record` is `kg.model.codec.dumps` of the extraction; `settled` is 1 once
              its entities are resolved (readers see settled documents only)
profiles      the distinct entities as documents describe them; `global` is the resolved entity
members       which documents hold which profile, with the number of mentions
blocks, dirty keys by which profiles can join, and those whose members have to be resolved again
names         folded names and aliases of profiles
entities      one row per resolved entity, kept up to date by the resolution; `stale` those to make again
facts         each fact as users see it, with local entity ids; their participants as profiles or words
pending       what the next resolution writes to `changes`, the numbered change log
cursors       how far each target (oxigraph, a graph server) has followed the change log
"""

from typing import Final

TABLES: Final = """
CREATE TABLE IF NOT EXISTS documents(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT,
  language TEXT NOT NULL, published TEXT, record TEXT NOT NULL, settled INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS profiles(
  seq INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, local TEXT NOT NULL, entity TEXT NOT NULL,
  global TEXT);
CREATE INDEX IF NOT EXISTS profiles_global ON profiles(global);
CREATE TABLE IF NOT EXISTS members(
  document INTEGER NOT NULL, profile INTEGER NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY(document, profile)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_profile ON members(profile, document, mentions);
CREATE TABLE IF NOT EXISTS blocks(
  block TEXT NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY(block, profile)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS blocks_profile ON blocks(profile);
CREATE TABLE IF NOT EXISTS dirty(block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names(
  name TEXT NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY(name, profile)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_profile ON names(profile);
CREATE TABLE IF NOT EXISTS entities(
  id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, entity TEXT NOT NULL, mentions INTEGER NOT NULL
  ) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stale(id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, document INTEGER NOT NULL, relation TEXT NOT NULL,
  confidence REAL NOT NULL, row TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS facts_id ON facts(id);
CREATE INDEX IF NOT EXISTS facts_document ON facts(document);
CREATE INDEX IF NOT EXISTS facts_relation ON facts(relation);
CREATE INDEX IF NOT EXISTS facts_confidence ON facts(confidence, seq);
CREATE TABLE IF NOT EXISTS participants(
  fact INTEGER NOT NULL, profile INTEGER, name TEXT);
CREATE INDEX IF NOT EXISTS participants_fact ON participants(fact);
CREATE INDEX IF NOT EXISTS participants_profile ON participants(profile, fact) WHERE profile IS NOT NULL;
CREATE INDEX IF NOT EXISTS participants_name ON participants(name, fact) WHERE name IS NOT NULL;
CREATE TABLE IF NOT EXISTS pending(document TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes(
  number INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS cursors(target TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
"""
