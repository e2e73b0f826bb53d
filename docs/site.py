"""Build the documentation site: python -m docs.site [FOLDER]; needs the extra ``docs``.

The pages are written to FOLDER/pages (``site`` unless said otherwise), the site to FOLDER/html. Its search works where
the files lie, without a server; nothing is loaded from elsewhere.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from docs.pages import navigation, pages

HERE = Path(__file__).parent


def write(folder: Path) -> Path:
    """Write pages and configuration into ``folder``; return the configuration's path."""
    shutil.rmtree(folder / "pages", ignore_errors=True)
    shutil.copytree(HERE / "written", folder / "pages")
    for path, text in pages().items():
        place = folder / "pages" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    template = (HERE / "zensical.toml").read_text(encoding="utf-8")
    configuration = folder / "zensical.toml"
    configuration.write_text(template.replace("nav = []", f"nav = {toml(navigation())}"), encoding="utf-8")
    return configuration


def toml(entries: object) -> str:
    """Return navigation entries as TOML.

    >>> toml([("Home", "index.md"), ("Rules", [("A", "a.md")])])
    '[{ "Home" = "index.md" }, { "Rules" = [{ "A" = "a.md" }] }]'
    """
    if isinstance(entries, list):
        return f"[{', '.join(f'{{ {json.dumps(title)} = {toml(below)} }}' for title, below in entries)}]"
    return json.dumps(entries)


def build(folder: Path) -> Path:
    """Build the site below ``folder``; return its first page.

    Raises:
        CalledProcessError: the generator failed.
    """
    configuration = write(folder)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", str(configuration.resolve())]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "html" / "index.html"


if __name__ == "__main__":
    print(build(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
