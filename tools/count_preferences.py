"""Count what kinds of things French verbs and nouns go with: `python tools/count_preferences.py` (`make preferences`).

Writes ontology/models/preferences-fr.json, read by the coreference ranking: of each verb (the start of its form) how
often its subjects and objects, of each noun how often its owners (« la mort de Dubois ») were people, bodies, places
or things, in WiNER-fr of 2016 to June 2017; after Dagan and Itai (1990). No article's text is kept.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.annotate import annotate
from kg.extract import _read
from kg.extract.coreference.preferences import CLASSES, owner_key, verb_key
from kg.extract.coreference.strangers import EMPTY, is_person
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token
from kg.read import read

ROOT = Path(__file__).resolve().parents[1]
FEWEST = 6  # times that a verb or noun must be seen
ARTICLES = 1600


def main() -> None:
    """Count over the articles and write the table."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for path in _articles():
        document = read(str(path), language="fr", published="-".join(path.stem.split("-")[0].split("_")))
        reading = _read(annotate(document)[0])
        for sentence in reading.annotation.sentences:
            for token in sentence.tokens:
                kind = _class(reading, token)
                for key in _keys(sentence, token) if kind else ():
                    counted[key][kind] += 1
    table = {
        key: [found[one] for one in CLASSES] for key, found in sorted(counted.items()) if sum(found.values()) >= FEWEST
    }
    target = ROOT / "ontology" / "models" / "preferences-fr.json"
    rows = ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(row)}" for key, row in table.items())
    target.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    print(len(counted), "seen,", len(table), "kept")


def _articles() -> list[Path]:
    root = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared")) / "data" / "winer-fr"
    months = [(2016, m) for m in range(1, 13)] + [(2017, m) for m in range(1, 7)]
    every = [path for year, month in months for path in sorted((root / str(year) / f"{month:02d}").glob("*.txt"))]
    return every[:: max(1, len(every) // ARTICLES)]


def _class(reading: Reading, token: Token) -> str:
    if token.name is not None:
        entity = reading.entities.get(reading.names.get(token.name, ""))
        kind = entity.type.value if entity is not None else ""
        return {"Person": "person", "Organization": "body", "Group": "person", "Place": "place"}.get(kind, "thing")
    if token.pos != "NOUN" or token.quote is not None or token.lower in EMPTY:
        return ""
    return "person" if is_person(reading, token) else "thing"


def _keys(sentence: Sentence, token: Token) -> Iterator[str]:
    head = sentence.head(token)
    if head is None:
        return
    dep = token.dep.partition(":")[0]
    if dep in ("nsubj", "obj") and head.pos == "VERB":
        yield verb_key("obj" if dep == "obj" or is_passive(sentence, head) else "subj", head)
    elif dep == "nsubj":
        yield verb_key("be", head)
    elif dep == "nmod" and head.pos == "NOUN" and preposition(sentence, token) in ("de", "du", "d'", "des"):
        yield owner_key(head)


if __name__ == "__main__":
    main()
