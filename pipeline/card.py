"""Write the model card of a packaged pipeline."""

from __future__ import annotations

from pathlib import Path
from string import Template

from pipeline.evaluate import Scores

TEMPLATE = Path(__file__).parent / "model_card.md.in"


def write_card(pipeline: Path, scores: dict[str, Scores]) -> None:
    """Describe ``pipeline`` in its README.md, with its scores and its size."""
    size = sum(path.stat().st_size for path in pipeline.rglob("*") if path.is_file()) / 1e6
    card = Template(TEMPLATE.read_text(encoding="utf-8"))
    (pipeline / "README.md").write_text(card.substitute(scores=table(scores), size=f"{size:.0f}"), encoding="utf-8")


def table(scores: dict[str, Scores]) -> str:
    """Return ``scores`` as the lines of a Markdown table."""
    rows = (f"| {name} | {', '.join(f'{key} {value}' for key, value in one.items())} |" for name, one in scores.items())
    return "\n".join(("| dev set | scores in per cent |", "|---|---|", *rows))
