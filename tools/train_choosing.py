"""Learn who fills a role from annotated articles: `python tools/train_choosing.py fr GOLD…` (`make choosing`).

Writes ontology/models/choosing-LANGUAGE.json. A log-linear ranking over the mentions of the sentence and nobody,
fitted by gradient ascent with a quadratic prior; no random numbers, so that the same articles give the same file.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from kg.annotate import annotate
from kg.cli.evaluate import _document
from kg.evaluate import load, text_path
from kg.evaluate.gold import GoldFact
from kg.evaluate.match import Matcher
from kg.extract import extract, read_references
from kg.extract.choosing.candidates import candidates
from kg.extract.choosing.features import Choice, features, nobody
from kg.extract.frames.load import load_frames
from kg.extract.frames.match import sites
from kg.extract.frames.site import Site
from kg.extract.grammar.coordination import conjuncts
from kg.extract.reading import Reading
from kg.model.annotation import Token
from loglinear import Case, fit

ROOT = Path(__file__).resolve().parents[1]
FEWEST = 3  # times that a feature must be seen
PRIOR = 0.03
ROUNDS = 400


def cases(folders: list[str], language: str) -> Iterator[Case]:
    """Yield the choices of the annotated documents of a language."""
    for gold in load([Path(folder) for folder in folders]):
        if gold.language == language:
            annotation, _ = annotate(_document(gold, text_path(gold, None)))
            matcher = Matcher(gold, extract(annotation, least=0))
            yield from _of_document(read_references(annotation), matcher)


def _of_document(reading: Reading, matcher: Matcher) -> Iterator[Case]:
    for sentence in reading.annotation.sentences:
        for trigger, site in sites(load_frames(reading.language), sentence):
            near = [f for f in matcher.gold.facts if f.relation == trigger.relation]
            told = [f for f in near if _there(matcher, f, site)]
            vague = any(f.optional for f in told) or (not told and any(_near(matcher, f, site) for f in near))
            for role in () if vague else ("subject", "object"):
                if role in dict(trigger.roles):
                    others = _others(reading, matcher, told, site, role)
                    yield from _case(reading, matcher, Choice(trigger, site, role, others), told)


def _there(matcher: Matcher, fact: GoldFact, site: Site) -> bool:
    place = matcher.place(fact)
    return place is not None and place.overlaps(site.token.span)


def _near(matcher: Matcher, fact: GoldFact, site: Site) -> bool:
    place = matcher.place(fact)
    return place is not None and place.overlaps(site.sentence.span)


def _right(reading: Reading, matcher: Matcher, told: list[GoldFact], site: Site, role: str) -> list[Token]:
    """Return the words of the sentence that stand for whom the annotation names in the role."""
    wanted = {end for f in told for end in (f.subjects if role == "subject" else f.objects) if isinstance(end, str)}
    return [
        t
        for t in site.sentence.tokens
        for r in reading.referents(site.sentence, t)
        if wanted & {known.id for known in matcher.candidates(r.entity)}
    ]


def _others(reading: Reading, matcher: Matcher, told: list[GoldFact], site: Site, role: str) -> tuple[Token, ...]:
    return tuple(_right(reading, matcher, told, site, "object" if role == "subject" else "subject"))


def _case(reading: Reading, matcher: Matcher, choice: Choice, told: list[GoldFact]) -> Iterator[Case]:
    frame = load_frames(reading.language).frames[choice.trigger.relation]
    among = candidates(reading, choice.site, frame, choice.role)
    if not among:
        return
    right = {t.index for t in _right(reading, matcher, told, choice.site, choice.role)}
    fits = [
        index for index, token in enumerate(among) if right & {t.index for t in conjuncts(choice.site.sentence, token)}
    ]
    ends = {e for f in told for e in (f.subjects if choice.role == "subject" else f.objects)[:1]}
    named = {e for e in ends if isinstance(e, str) and not matcher.gold.by_id[e].unnamed}
    if not fits and named:
        return  # who is meant was not seen in the sentence
    yield [*features(reading, choice, among), list(nobody(choice, among))], fits or [len(among)]


def accuracy(made: list[Case], weights: dict[str, float]) -> tuple[float, float, float]:
    """Return the share of right first choices, and of those sure of a mention: the share right, and how many."""
    right = sure = sure_right = 0
    for listed, fits in made:
        scores = np.array([sum(weights.get(f, 0.0) for f in one) for one in listed])
        share = np.exp(scores - scores.max())
        share /= share.sum()
        best = int(share.argmax())
        right += best in fits
        if share[best] > 0.6 and best < len(listed) - 1:
            sure += 1
            sure_right += best in fits
    return right / len(made), sure_right / max(sure, 1), sure / len(made)


def main(language: str, folders: list[str]) -> None:
    """Learn, tell how it does on every fifth choice when learnt from the others, and write the file."""
    made = list(cases(folders, language))
    for fold in range(5):
        held = [case for i, case in enumerate(made) if i * 5 // len(made) == fold]
        rest = [case for i, case in enumerate(made) if i * 5 // len(made) != fold]
        print(
            len(held),
            *(f"{value:.3f}" for value in accuracy(held, fit(rest, fewest=FEWEST, prior=PRIOR, rounds=ROUNDS))),
        )
    weights = fit(made, fewest=FEWEST, prior=PRIOR, rounds=ROUNDS)
    target = ROOT / "ontology" / "models" / f"choosing-{language}.json"
    target.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(len(made), "choices,", len(weights), "weights")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
