"""Learn whom pronouns and descriptions stand for: `python tools/train_coreference.py GOLD…` (`make coreference`).

Writes ontology/models/coreference.json. A log-linear ranking over the entities spoken of and nobody, fitted by gradient
ascent with a quadratic prior; no random numbers, so that the same articles give the same file. Of articles of the GUM
corpus (those annotated, and those of tools/gum.py) every word is known, also those that stand for nobody; of others the
listed ones, and those of tools/coreference-fr.tsv: whom a word stands for (« | » between names of one entity, « + »
between several), or « - » for nothing, « -person », « -thing » for what the text does not name, « -unknown » for what
is no entity though named.
"""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from gum import gum_articles
from kg.annotate import annotate
from kg.cli.evaluate import _document
from kg.evaluate import load, text_path
from kg.evaluate.gold import Gold
from kg.evaluate.match import Matcher
from kg.extract import _read, extract
from kg.extract.coreference.ranking import Anaphor, candidates, judged
from kg.extract.coreference.ranking.features import features, nobody, scene
from kg.extract.coreference.ranking.model import SURE, load_weights
from kg.extract.coreference.resolve import resolve_references
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading
from kg.model import Document, Span
from kg.model.annotation import Annotation
from kg.read import read
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


@dataclass(slots=True)
class Choice:
    """Hold a question: the case, what kind of word asks, which of the choices are no entity, and the language."""

    case: Case
    form: str
    apart: list[int]
    language: str


class Teacher:
    """Answers with whom the annotation names, and keeps each question as a case."""

    def __init__(self, path: Path, gold: Gold | None, annotation: Annotation, reading: Reading) -> None:
        """Prepare what the annotation says of each place; `path` is the article's."""
        self.cases: list[Choice] = []
        self.known: dict[str, set[str]] = {}
        self.listed: list[tuple[list[Span], str, bool]] = []
        if gold is not None:
            matcher = Matcher(gold, extract(annotation))
            self.known = {i: {g.id for g in matcher.candidates(i)} for i in reading.entities}
            named = [w for w in gold.coreference if w.entity is not None]
            self.listed = [(matcher.places(w), w.entity or "", gold.by_id[w.entity or ""].unnamed) for w in named]
        self.more = _more().get(path.stem, {})
        self.called = {i: {e.name, *e.aliases} for i, e in reading.entities.items()}
        chains = _chains(path, reading.text)
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
        right = self._right(sought, among, salience)
        if right == {UNKNOWN}:
            return judged(reading, sought, salience)
        fits = [i for i, one in enumerate(among) if one in right]
        if among and (fits or NOBODY in right):
            seen = scene(reading, sought, salience, among)
            listed = [list(features(reading, seen, one)) for one in among]
            taken = [*fits, *([len(among)] if NOBODY in right else [])]
            apart = [i for i, one in enumerate(among) if one in salience.strangers] + [len(among)]
            self.cases.append(
                Choice(([*listed, list(nobody(reading, seen))], taken), sought.form, apart, reading.language)
            )
        return among[fits[0]] if fits else None

    def _right(self, sought: Anaphor, among: list[str], salience: Salience) -> set[str]:
        token = sought.token
        strangers = [i for i in among if i in salience.strangers]
        for places, entity, unnamed in self.listed:
            if any(_covers(place, token.span, sought) for place in places):
                fitting = {i for i in among if entity in self.known.get(i, ())}
                return fitting or ({NOBODY, *strangers} if unnamed else {"lost"})
        told = self.more.get(token.span.start)
        if told is not None:
            kind = {"-person": True, "-thing": False}.get(told)
            apart = {i for i in strangers if salience.strangers[i].person == kind}
            names = set() if told.startswith(NOBODY) or " + " in told else set(told.split(" | "))
            again = {i for i in apart if salience.strangers[i].noun == token.lower}
            return {i for i in among if names & self.called.get(i, set())} or again or apart or {NOBODY}
        if not self.chains:
            return {UNKNOWN}
        near = [c for c in self.chains if any(h.overlaps(token.span) for h in c.heads)]
        if not near:
            return {NOBODY}
        number = min(near, key=lambda c: c.span.end - c.span.start).number
        return self.names.get(number) or {*self._chained(number, strangers, salience)} or {NOBODY}

    def _chained(self, number: str, strangers: list[str], salience: Salience) -> Iterator[str]:
        """Yield the strangers whose last mention is one of the chain."""
        heads = [h for c in self.chains if c.number == number for h in c.heads]
        for one in strangers:
            last = salience.last(one)
            if last is not None and any(h.overlaps(last) for h in heads):
                yield one


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
        whole = sought.token.pos == "PRON" or not sought.sentence.head(sought.token)  # « son rival » is not whose he is
        return place.contains(token) and place.end - place.start <= token.end - token.start + (12 if whole else 2)
    return place.contains(token) and token.start - place.start < 25


def _chains(path: Path, text: str) -> list[Chain]:
    """Return the mentions of a GUM article with their places in its running text."""
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


def cases(folders: list[str]) -> Iterator[list[Choice]]:
    """Yield the choices of each annotated article."""
    for path, gold, document in articles(folders):
        annotation, _ = annotate(document)
        reading = _read(annotation)
        teacher = Teacher(path, gold, annotation, reading)
        resolve_references(reading, teacher)
        yield teacher.cases


def articles(folders: list[str]) -> Iterator[tuple[Path, Gold | None, Document]]:
    """Yield the articles of the folders, those that only tools/coreference-fr.tsv speaks of, and those of GUM."""
    seen = set()
    for gold in load([Path(folder) for folder in folders]):
        path = text_path(gold, None)
        seen.add(path.stem)
        yield path, gold, _document(gold, path)
    data = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared")) / "data" / "winer-fr"
    for stem in sorted(set(_more()) - seen):
        year, month, day = stem.split("-")[0].split("_")
        path = data / year / month / f"{stem}.txt"
        yield path, None, read(str(path), language="fr", published=f"{year}-{month}-{day}")
    for path, document in gum_articles():
        yield path, None, document


def judge(made: list[Choice], weights: dict[str, float]) -> Counter[tuple[str, str]]:
    """Count, by form, what was right, wrong and left open (`SURE`), and rightly left open."""
    counted: Counter[tuple[str, str]] = Counter()
    for choice in made:
        listed, fits = choice.case
        scores = np.array([sum(weights.get(f, 0.0) for f in one) for one in listed])
        share = np.exp(scores - scores.max())
        share /= share.sum()
        best = int(share.argmax())
        took = share[best] >= SURE[choice.language][choice.form.startswith("the ")] and best not in choice.apart
        well = any(one in choice.apart for one in fits)
        word = ("right" if best in fits else "wrong") if took else "open well" if well else "open"
        counted[choice.form, word] += 1
    return counted


def main(folders: list[str]) -> None:
    """Learn, tell how it does on every fifth article when learnt from the others, and write the file."""
    target = ROOT / "ontology" / "models" / "coreference.json"
    choices = list(cases(folders))
    told: Counter[tuple[str, str]] = Counter()
    for fold in range(5):
        held = [one for i, item in enumerate(choices) if i % 5 == fold for one in item]
        rest = [one.case for i, item in enumerate(choices) if i % 5 != fold for one in item]
        told += judge(held, fit(rest, fewest=FEWEST, prior=PRIOR, rounds=ROUNDS))
    for form in sorted({form for form, _ in told}):
        print(f"{form:24}", *(f"{w} {told[form, w]:4}" for w in ("right", "wrong", "open", "open well")))
    outcomes = Counter({word: sum(n for (_, o), n in told.items() if o == word) for _, word in told})
    print("all", dict(outcomes))
    weights = fit([one.case for item in choices for one in item], fewest=FEWEST, prior=PRIOR, rounds=ROUNDS)
    target.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    print(sum(map(len, choices)), "choices,", len(weights), "weights")


if __name__ == "__main__":
    main(sys.argv[1:])
