"""Checks gold files against the texts, and fills in offsets (code points)."""

import json
import sys
from pathlib import Path
from typing import Any

import corpus

TYPES = {"Person", "Organization", "Place", "OnlineAccount", "Group", "Event", "Work", "Other"}
MODALITIES = {"asserted", "reported", "alleged", "denied", "planned", "hypothetical"}
RELATIONS = set(
    """holdsPosition memberOf employedBy founderOf owns partOf basedIn citizenOf bornIn livesIn spouseOf parentOf
    relativeOf hasAccount represents successorOf opponentOf alliedWith competitorOf elected defeated endorses supports
    opposes appointed resigned dismissed candidateFor voted signed negotiatedWith agreedWith stated announced denied
    accused criticized praised warned threatened requested contacted met acquired merged invested launched raisedFunds
    donated partneredWith reported laidOff sued lawsuitDismissed charged investigated searched arrested released
    convicted sentenced acquitted fined sanctioned banned suspended reinstated removed attacked killed injured died
    protested struck occurredIn awarded cancelled rejected approved visited published created participatedIn won
    relatedTo""".split()
)


def span(text: str, words: str) -> tuple[int, int] | None:
    """Return where the words stand (pieces joined by ' … ' in order), or None."""
    pieces = words.split(" … ")
    start = text.find(pieces[0])
    if start < 0:
        return None
    end = start + len(pieces[0])
    for piece in pieces[1:]:
        found = text.find(piece, end)
        if found < 0:
            return None
        end = found + len(piece)
    return start, end


def check_fact(fact: dict[str, Any], ids: set[str], text: str) -> list[str]:
    """Return what is wrong with a fact; fill in its offsets."""
    wrong = []
    if fact["relation"] not in RELATIONS:
        wrong.append(f"relation {fact['relation']}")
    if fact.get("modality", "asserted") not in MODALITIES:
        wrong.append(f"modality {fact['modality']}")
    for role in ("subject", "object", "subject_or", "object_or", "attributed_to", "place"):
        value = fact.get(role)
        names = value if isinstance(value, list) else [value]
        wrong += [f"{role} {name}" for name in names if isinstance(name, str) and name not in ids]
    where = span(text, fact["why"])
    if where is None:
        return [*wrong, f"evidence not in text: {fact['why']!r}"]
    fact["start"], fact["end"] = where
    return wrong


def check_place(item: dict[str, Any], text: str) -> list[str]:
    """Return what is wrong with a quotation or a coreferent mention; fill in its offsets."""
    if "context" not in item:
        where = span(text, item["text"])
        if where is None:
            return [f"quote not in text: {item['text']!r}"]
        item["start"], item["end"] = where
        return []
    start = text.find(item["context"])
    inner = item["context"].find(item["text"])
    if start < 0 or inner < 0 or text.count(item["context"]) > 1:
        return [f"context missing or not unique: {item['context']!r}"]
    item["start"], item["end"] = start + inner, start + inner + len(item["text"])
    return []


def check(gold: dict[str, Any], text: str) -> list[str]:
    """Return what is wrong with a gold file; fill in its offsets."""
    ids = {entity["id"] for entity in gold["entities"]}
    wrong = [f"entity {e['id']}: type {e['type']}" for e in gold["entities"] if e["type"] not in TYPES]
    wrong += [f"label {label!r} not in text" for e in gold["entities"] for label in e["labels"] if label not in text]
    for fact in gold["facts"]:
        wrong += [f"{fact['id']}: {problem}" for problem in check_fact(fact, ids, text)]
    for quote in gold["quotes"]:
        wrong += check_place(quote, text)
        if quote["speaker"] is not None and quote["speaker"] not in ids:
            wrong.append(f"speaker {quote['speaker']}")
    for mention in gold["coreference"]:
        wrong += check_place(mention, text)
        if mention["entity"] not in ids:
            wrong.append(f"coreference entity {mention['entity']}")
    return wrong


def main(folder: str) -> int:
    """Check every file of a folder; return the number of files with something wrong."""
    bad = 0
    for path in sorted(Path(folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        beside = path.parent / gold["document"]
        source = beside if beside.is_file() else corpus.shared_data() / gold["document"]
        wrong = check(gold, corpus.corpus_text(source))
        bad += bool(wrong)
        for problem in wrong:
            print(f"{path.name}: {problem}")
        path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
