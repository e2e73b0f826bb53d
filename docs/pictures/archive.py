"""Take the picture of an archive's summary.

usage: python docs/pictures/archive.py OUT.png

Every word of the archive is invented here. Needs Chromium on the PATH, or its place in the variable CHROMIUM.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

STORIES, MONTHS, FIRST_YEAR = 1_200, 48, 2019
SIZE = "1240,1780"
#: How much each paper leans on people without a name.
PAPERS = {"Evening Herald": 0.15, "Coast Times": 0.3, "Northern Post": 0.45, "Daily Lantern": 0.6}
FIRST = ("Maria", "Tomas", "Ines", "Paul", "Nadia", "Erik", "Lena", "Oskar", "Ruth", "Samir", "Clara", "Jonas")
LAST = ("Keller", "Brandt", "Okafor", "Lindqvist", "Moreau", "Adeyemi", "Hansen", "Castel", "Ward", "Novak", "Thorne")
ROLES = ("mayor", "harbour master", "council leader", "union secretary", "head teacher", "opposition leader")
MATTERS = {
    "the harbour deal": "close the old quay",
    "the school merger": "sell the playing fields",
    "the ferry timetable": "cut the night service",
    "the city budget": "raise the parking fees",
    "the hospital plan": "move the clinic",
}
UNNAMED = ("officials", "a person familiar with the talks", "two senior officials", "people briefed on it", "critics")


def stories(chance: random.Random) -> Iterator[dict[str, str]]:
    """Yield invented stories, the earliest first."""
    people = [(f"{chance.choice(FIRST)} {chance.choice(LAST)}", chance.choice(ROLES)) for _ in range(30)]
    weights = [1 / rank for rank in range(1, len(people) + 1)]
    for number in range(STORIES):
        years, month = divmod(number * MONTHS // STORIES, 12)
        paper = chance.choice(list(PAPERS))
        matter, deed = chance.choice(list(MATTERS.items()))
        name, role = chance.choices(people, weights)[0]
        text = [f"The city will {deed} next spring, {role} {name} said on Monday."]
        for _ in range(chance.randint(3, 7)):
            name, role = chance.choices(people, weights)[0]
            unnamed = chance.random() < PAPERS[paper] + 0.04 * years
            text.append(vague(chance, matter) if unnamed else clear(chance, matter, name, role))
        yield {
            "id": f"{number:05}",
            "headline": f"{chance.choice(('Vote', 'Row', 'Talks'))} over {matter}",
            "text": "\n\n".join(text),
            "publisher": paper,
            "date": f"{FIRST_YEAR + years}-{month + 1:02}-{chance.randint(1, 28):02}",
        }


def clear(chance: random.Random, matter: str, name: str, role: str) -> str:
    """Return a sentence whose source has a name."""
    return chance.choice(
        (
            f"“We have looked at the figures and we stand by them,” said {name}, the {role}.",
            f"{name} said the vote on {matter} would be held in {chance.choice(('May', 'June', 'October'))}.",
            f"Costs rose by {chance.randint(2, 40)} per cent, according to a report by the audit office.",
            f"The {role}, {name}, denied that any money was missing.",
        )
    )


def vague(chance: random.Random, matter: str) -> str:
    """Return a sentence whose source has none."""
    source = chance.choice(UNNAMED)
    return chance.choice(
        (
            f"“It was never going to work,” {source} said.",
            f"{source[0].upper()}{source[1:]} said the talks had failed.",
            f"The plan is reportedly worth {chance.randint(2, 90)} million.",
            f"{source[0].upper()}{source[1:]} said {matter} was the worst in years.",
        )
    )


def take(picture: Path) -> None:
    """Read the archive by the command, and take the picture of its page."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in stories(random.Random(7)))
        (folder / "invented.jsonl").write_text(rows, encoding="utf-8")
        command = (sys.executable, "-m", "attrib_lsp", "archive", "invented.jsonl", "--out", "results", "--isolated")
        subprocess.run(command, cwd=folder, check=True)
        page = (folder / "results" / "summary.html").as_uri()
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}")
        subprocess.run([browser, *options, f"--screenshot={picture.resolve()}", page], check=True, capture_output=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
