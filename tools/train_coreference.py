"""Learn whom pronouns and descriptions stand for: `python tools/train_coreference.py GOLD…` (`make coreference`).

Writes ontology/models/coreference.json. A log-linear ranking over the entities spoken of and nobody, fitted by gradient
ascent with a quadratic prior; no random numbers, so that the same articles give the same file. Of articles of the GUM
corpus every word is known, also those that stand for nobody; of others the listed ones.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from kg.annotate import annotate
from kg.cli.evaluate import _document
from kg.evaluate import load, text_path
from kg.evaluate.gold import Gold
from kg.evaluate.match import Matcher
from kg.extract import _read, extract
from kg.extract.coreference.ranking import Anaphor, candidates, judged
from kg.extract.coreference.ranking.features import features, nobody, scene
from kg.extract.coreference.ranking.model import load_weights
from kg.extract.coreference.resolve import resolve_references
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading
from kg.model import Span
from kg.model.annotation import Annotation
from loglinear import Case, fit

ROOT = Path(__file__).resolve().parents[1]
FEWEST = 2  # times that a feature must be seen
PRIOR = 1.0
ROUNDS = 200
UNKNOWN, NOBODY = "?", "-"
_ALONE = re.compile(r"\(\d+-[^()]*\)")
_OPEN = re.compile(r"\((\d+)-([^()]*)")


@dataclass(slots=True)
class Chain:
    """Hold a mention of the GUM corpus: its number, place, and the place of its head words."""

    number: str
    span: Span
    heads: list[Span]


class Teacher:
    """Answers with whom the annotation names, and keeps each question as a case."""

    def __init__(self, gold: Gold, annotation: Annotation, reading: Reading) -> None:
        """Prepare what the annotation says of each place."""
        self.cases: list[tuple[Case, str]] = []
        self.matcher = Matcher(gold, extract(annotation))
        self.known = {i: {g.id for g in self.matcher.candidates(i)} for i in reading.entities}
        self.listed = [(self.matcher.places(w), w.entity) for w in gold.coreference if w.entity is not None]
        self.more = _more().get(gold.path.stem, {})
        self.called = {i: {e.name, *e.aliases} for i, e in reading.entities.items()}
        chains = _chains(gold, reading.text)
        self.chains = chains
        self.names: dict[str, set[str]] = {}
        for index, identifier in reading.names.items():
            span = reading.annotation.names[index].span
            near = [c for c in chains if any(h.overlaps(span) for h in c.heads)]
            if near:
                smallest = min(near, key=lambda c: c.span.end - c.span.start)
                self.names.setdefault(smallest.number, set()).add(identifier)

    def __call__(self, reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
        """Return who is right; whoever is not known is guessed with what was learnt before."""
        among = candidates(reading, sought, salience)
        right = self._right(sought, among)
        if right == {UNKNOWN}:
            return judged(reading, sought, salience)
        fits = [i for i, one in enumerate(among) if one in right]
        if among and (fits or right == {NOBODY}):
            seen = scene(reading, sought, salience, among)
            listed = [list(features(reading, seen, one)) for one in among]
            self.cases.append((([*listed, list(nobody(reading, seen))], fits or [len(among)]), sought.form))
        return among[fits[0]] if fits else None

    def _right(self, sought: Anaphor, among: list[str]) -> set[str]:
        token = sought.token
        for places, entity in self.listed:
            if any(_covers(place, token.span, sought) for place in places):
                fitting = {i for i in among if entity in self.known.get(i, ())}
                return fitting or ({NOBODY} if self.matcher.gold.by_id[entity].unnamed else {"lost"})
        told = self.more.get(token.span.start)
        if told is not None:
            return {NOBODY} if told == NOBODY else {i for i in among if told in self.called.get(i, ())} or {"lost"}
        if not self.chains:
            return {UNKNOWN}
        near = [c for c in self.chains if any(h.overlaps(token.span) for h in c.heads)]
        if not near:
            return {NOBODY}
        smallest = min(near, key=lambda c: c.span.end - c.span.start)
        return self.names.get(smallest.number) or {NOBODY}


@cache
def _more() -> dict[str, dict[int, str]]:
    """Return what tools/coreference-fr.tsv says of words that the annotations leave out: the name, or « - »."""
    made: dict[str, dict[int, str]] = {}
    for line in (ROOT / "tools" / "coreference-fr.tsv").read_text(encoding="utf-8").splitlines():
        article, start, _, name = line.split("\t")
        made.setdefault(article, {})[int(start)] = name
    return made


def _covers(place: Span, token: Span, sought: Anaphor) -> bool:
    """Tell whether a listed mention is the word's: a pronoun the same, a description begins about there."""
    if not sought.noun:
        return place.contains(token) and place.end - place.start <= token.end - token.start + 12
    return place.contains(token) and token.start - place.start < 25


def _chains(gold: Gold, text: str) -> list[Chain]:
    """Return the mentions of a GUM article with their places in its running text."""
    path = text_path(gold, None)
    made: list[Chain] = []
    pending: list[tuple[str, str, list[Span]]] = []
    for span, value in _words(path, text) if path.suffix == ".conllu" else ():
        opened = _OPEN.findall(value)
        pending += [(number, (rest.split("-") + ["1"] * 5)[4], []) for number, rest in opened]
        for _, _, spans in pending:
            spans.append(span)
        alone = _ALONE.findall(value)
        made += [_chain(pending.pop()) for _ in alone]
        for number in re.findall(r"(\d+)\)", _ALONE.sub("", value)):
            index = max((i for i, item in enumerate(pending) if item[0] == number), default=None)
            if index is not None:
                made.append(_chain(pending.pop(index)))
    return made


def _words(path: Path, text: str) -> Iterator[tuple[Span, str]]:
    """Yield the words of a GUM article with their places and what its column of entities says."""
    at = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        start = text.find(cells[1], at) if len(cells) == 10 and cells[0].isdigit() else -1
        if 0 <= start <= at + 40:
            at = start + len(cells[1])
            yield (
                Span(start, at),
                next((v.removeprefix("Entity=") for v in cells[9].split("|") if v.startswith("Entity=")), ""),
            )


def _chain(item: tuple[str, str, list[Span]]) -> Chain:
    number, heads, spans = item
    indices = [int(one) - 1 for one in heads.split(",") if one.isdigit()]
    return Chain(number, Span(spans[0].start, spans[-1].end), [spans[i] for i in indices if i < len(spans)])


def cases(folders: list[str]) -> Iterator[list[tuple[Case, str]]]:
    """Yield the choices of each annotated article."""
    for gold in load([Path(folder) for folder in folders]):
        annotation, _ = annotate(_document(gold, text_path(gold, None)))
        reading = _read(annotation)
        teacher = Teacher(gold, annotation, reading)
        resolve_references(reading, teacher)
        yield teacher.cases


def judge(made: list[tuple[Case, str]], weights: dict[str, float]) -> Counter[tuple[str, str]]:
    """Count, by form, what was right, wrong and left open (`SURE`), and rightly left open."""
    counted: Counter[tuple[str, str]] = Counter()
    for (listed, fits), form in made:
        scores = np.array([sum(weights.get(f, 0.0) for f in one) for one in listed])
        share = np.exp(scores - scores.max())
        share /= share.sum()
        best, none = int(share[:-1].argmax()), len(listed) - 1
        took = share[best] >= 0.5
        word = ("right" if best in fits else "wrong") if took else "open well" if none in fits else "open"
        counted[form, word] += 1
    return counted


def main(folders: list[str]) -> None:
    """Learn, tell how it does on every fifth article when learnt from the others, and write the file."""
    target = ROOT / "ontology" / "models" / "coreference.json"
    articles = list(cases(folders))
    told: Counter[tuple[str, str]] = Counter()
    for fold in range(5):
        held = [one for i, item in enumerate(articles) if i % 5 == fold for one in item]
        rest = [one for i, item in enumerate(articles) if i % 5 != fold for one, _ in item]
        told += judge(held, fit(rest, fewest=FEWEST, prior=PRIOR, rounds=ROUNDS))
    for form in sorted({form for form, _ in told}):
        print(f"{form:24}", *(f"{w} {told[form, w]:4}" for w in ("right", "wrong", "open", "open well")))
    outcomes = Counter({word: sum(n for (_, o), n in told.items() if o == word) for _, word in told})
    print("all", dict(outcomes))
    weights = fit([one for item in articles for one, _ in item], fewest=FEWEST, prior=PRIOR, rounds=ROUNDS)
    target.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    print(sum(map(len, articles)), "choices,", len(weights), "weights")


if __name__ == "__main__":
    main(sys.argv[1:])
