"""Writes gold files from annotations in shorthand, a line an item, and checks them against the texts.

A file of shorthand holds one article:

    @ winer-fr/2016/03/2016_03_11-001.txt
    E musk Person: Elon Musk | Musk
    E judge Person?: un juge
    F acquired musk x time=2022-10 price="44 milliards de dollars" << Musk a acheté la société en octobre 2022
    F? stated judge "les faits sont établis" modality=reported by=cnn << selon CNN … les faits sont établis
    Q musk << first three words … last three words
    C x: la société << a acheté la société en

`E` an entity (`?` after its type: it has no name), its fullest name first; `F` a fact (`F?` optional) with subject and
object: ids, `-` for none, or words in quotes; `Q` a quotation; `C` a coreferent mention within a unique context.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import check_gold
import corpus

GIVEN = {"by": "attributed_to", "mod": "modality"}
SYMMETRIC = "spouseOf relativeOf opponentOf alliedWith competitorOf negotiatedWith agreedWith met merged partneredWith"


def entity(line: str) -> dict[str, Any]:
    """Return the entity of a line without its `E`."""
    head, names = line.split(": ", 1)
    identifier, kind = head.split()
    labels = [name.strip() for name in names.split(" | ")]
    made = {"id": identifier, "type": kind.rstrip("?"), "canonical": labels[0], "labels": labels}
    return {**made, "optional": True, "unnamed": True} if kind.endswith("?") else made


def end(word: str, *, quoted: bool) -> str | dict[str, str] | None:
    """Return the participant that a word stands for."""
    return {"name": word} if quoted else None if word == "-" else word


def value(name: str, word: str) -> int | str | dict[str, Any]:
    """Return the value of a role: a number, an amount `4000000 USD more than`, or words."""
    if name == "amount":
        number, *rest = word.split()
        unit, qualifier = (rest[0] if rest else None), " ".join(rest[1:]) or None
        money = unit is not None and re.fullmatch("[A-Z]{3}", unit)
        return {
            "value": float(number) if "." in number else int(number),
            "currency": unit if money else None,
            "unit": None if money else unit,
            "qualifier": qualifier,
        }
    return int(word) if re.fullmatch(r"\d+", word) and name not in ("time", "role", "share") else word


def fact(line: str, number: int) -> dict[str, Any]:
    """Return the fact of a line without its `F`."""
    body, why = line.split(" << ", 1)
    words = re.findall(r'[^\s"=]+="[^"]*"|"[^"]*"|\S+', body)
    relation, subject, object_, *roles = words
    ends = [end(word.strip('"'), quoted=word.startswith('"')) for word in (subject, object_)]
    made: dict[str, Any] = {"id": f"f{number}", "relation": relation, "subject": ends[0], "object": ends[1]}
    if relation in SYMMETRIC.split():
        made["symmetric"] = True
    for role in roles:
        name, word = role.split("=", 1)
        made[GIVEN.get(name, name)] = value(name, word.strip('"'))
    made.setdefault("modality", "asserted")
    return {**made, "why": why}


def article(text: str) -> dict[str, Any]:
    """Return the gold annotation that shorthand says.

    Raises ValueError where a line cannot be read; the line stands in it.
    """
    made: dict[str, Any] = {"entities": [], "facts": [], "quotes": [], "coreference": []}
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            _add(made, *line.split(" ", 1))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise ValueError(f"{line!r}: {error}") from error
    return made


def _add(made: dict[str, Any], mark: str, rest: str) -> None:
    if mark == "@":
        made["document"] = rest
        made["language"] = "en" if rest.endswith(".conllu") or rest.startswith("en-") else "fr"
    elif mark == "E":
        made["entities"].append(entity(rest))
    elif mark in ("F", "F?"):
        made["facts"].append(fact(rest, len(made["facts"]) + 1) | ({"optional": True} if mark == "F?" else {}))
    elif mark == "Q":
        speaker, words = rest.split(" << ", 1)
        made["quotes"].append({"text": words, "speaker": None if speaker == "-" else speaker})
    elif mark == "C":
        head, context = rest.split(" << ", 1)
        identifier, words = head.split(": ", 1)
        made["coreference"].append({"text": words, "context": context, "entity": identifier})
    elif mark == "D":
        made["published"] = rest
    else:
        raise ValueError("begins with none of @ D E F F? Q C")


def main(notes: str, gold: str) -> int:
    """Write a gold file for each file of shorthand of a folder; return how many have something wrong."""
    bad = 0
    for path in sorted(Path(notes).glob("*.notes")):
        try:
            made = article(path.read_text(encoding="utf-8"))
            beside = Path(gold) / made["document"]
            source = beside if beside.is_file() else corpus.shared_data() / made["document"]
            made.setdefault("published", "" if source is beside else corpus.published(source))
            wrong = check_gold.check(made, corpus.corpus_text(source))
        except (ValueError, OSError) as error:
            wrong, made = [str(error)], {}
        bad += bool(wrong)
        for problem in wrong:
            print(f"{path.name}: {problem}")
        if not wrong:
            target = Path(gold) / f"{path.stem}.json"
            target.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
