"""Write the texts of the portal's articles that `portal/` annotates, as they were annotated.

    git clone https://github.com/Tixierae/OrangeSum
    python tests/quality/portal_texts.py OrangeSum /tmp/portal
    kg evaluate --corpus /tmp/portal tests/quality/portal

The articles (Orange, 2011 to 2020, many of them agency copy) stay out of the repository: the collection says CC BY-SA
4.0 of itself and nothing of the press whose texts they are. The number behind the date is that of the collection.
"""

import json
import subprocess
import sys
from pathlib import Path

ANNOTATIONS = Path(__file__).parent / "portal"


def article(clone: Path, number: str) -> str:
    """Return the text of an article of the collection: title, heading and body, an empty line between."""
    told = json.loads(_stored(clone, f"data/docs/parsed/{number}.json"))
    return "\n\n".join((told.get(part) or "").strip() for part in ("title", "heading", "article")) + "\n"


def _stored(clone: Path, path: str) -> str:
    """Return a file of the newest commit of a clone, also of one without a work tree."""
    done = subprocess.run(["git", "-C", str(clone), "show", f"HEAD:{path}"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def main(clone: Path, out: Path) -> None:
    """Write the text of each annotation into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for annotation in sorted(ANNOTATIONS.glob("*.json")):
        text = article(clone, annotation.stem.split("-")[1])
        (out / f"{annotation.stem}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
