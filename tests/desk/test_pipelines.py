"""The action, the template and the container file: their scripts run, and pass on what they are told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from attrib_lsp.cli.main import cli
from tests.desk.conftest import MENDED, ROOT, RUMOUR

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = yaml.safe_load((ROOT / ".gitlab" / "attrib-lsp.gitlab-ci.yml").read_text(encoding="utf-8"))["attrib-lsp"]
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
#: What the step that checks gets from its inputs.
PASSED = {"ATTRIB_LSP_PATHS": "paths", "ATTRIB_LSP_ARGS": "args", "ATTRIB_LSP_FORMAT": "output-format"}


def bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a pipeline does: it stops at the first command that fails."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **variables}, capture_output=True, encoding="utf-8", timeout=300
    )


def shim(folder: Path, body: str) -> str:
    """Write a command ``attrib-lsp`` of Python's and return a PATH on which it comes first."""
    file = folder / "bin" / "attrib-lsp"
    file.parent.mkdir()
    file.write_text(f"#!{sys.executable}\nimport json, sys\nsys.path.insert(0, {str(ROOT)!r})\n{body}\n")
    file.chmod(0o755)
    return f"{file.parent}{os.pathsep}{os.environ['PATH']}"


def checked(folder: Path, path: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the step that checks, with the action's own defaults for what is not ``given``."""
    variables = {
        name: given.get(key.replace("-", "_"), ACTION["inputs"][key]["default"]) for name, key in PASSED.items()
    }
    return bash(STEPS["Check stories"]["run"], folder, PATH=path, **variables)


TELL = "print(json.dumps(sys.argv[1:]))\nsys.exit(1)"
RUN = "from attrib_lsp.cli.main import main\nmain()"


def test_what_a_workflow_passes_on_is_never_a_command() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    passed = STEPS["Check stories"]["env"]
    assert passed == {name: f"${{{{ inputs.{key} }}}}" for name, key in PASSED.items()}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, ["--output-format", "github", "--", "."]),
        (
            {"paths": "news desk\n\n-odd.md\n", "args": "--preset  ap-like --ignore *"},
            ["--output-format", "github", "--preset", "ap-like", "--ignore", "*", "--", "news desk", "-odd.md"],
        ),
        ({"paths": "$(touch x); `touch x`"}, ["--output-format", "github", "--", "$(touch x); `touch x`"]),
        ({"args": "; touch x"}, ["--output-format", "github", ";", "touch", "x", "--", "."]),
    ],
)
def test_the_action_passes_on_its_inputs(tmp_path: Path, given: dict[str, str], told: list[str]) -> None:
    done = checked(tmp_path, shim(tmp_path, TELL), **given)
    assert json.loads(done.stdout) == ["check", *told]
    assert done.returncode == 1
    assert not (tmp_path / "x").exists()


def test_the_action_fails_a_job_for_a_finding(tmp_path: Path) -> None:
    path = shim(tmp_path, RUN)
    drafts = tmp_path / "news desk"
    drafts.mkdir()
    (drafts / "story.md").write_text(RUMOUR)
    given = {"paths": "news desk", "args": "--select UNS107", "output_format": "concise"}
    failed = checked(tmp_path, path, **given)
    assert (failed.returncode, failed.stderr) == (1, "")
    assert failed.stdout.startswith("news desk/story.md:3:11: warning UNS107")
    (drafts / "story.md").write_text(MENDED)
    passed = checked(tmp_path, path, **given)
    assert (passed.returncode, passed.stdout) == (0, "")


def test_the_template_passes_on_its_variables(tmp_path: Path) -> None:
    (script,) = TEMPLATE["script"]
    installed = "/tmp/attrib-lsp/bin/"
    assert script.startswith(installed)
    given = {"ATTRIB_LSP_PATHS": "news wire", "ATTRIB_LSP_ARGS": "--fail-on error"}
    done = bash(script.removeprefix(installed), tmp_path, PATH=shim(tmp_path, TELL), **given)
    report = TEMPLATE["artifacts"]["reports"]["codequality"]
    told = [
        "--output-format",
        "text",
        "--output-format",
        f"gitlab:{report}",
        "--fail-on",
        "error",
        "--",
        "news",
        "wire",
    ]
    assert json.loads(done.stdout) == ["check", *told]
    assert done.returncode == 1


def test_the_template_says_what_it_needs(tmp_path: Path) -> None:
    done = bash(TEMPLATE["before_script"][0], tmp_path, ATTRIB_LSP_FROM="")
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)
    assert bash(TEMPLATE["before_script"][0], tmp_path, ATTRIB_LSP_FROM="attrib.whl").returncode == 0


@pytest.mark.parametrize("format_", [ACTION["inputs"]["output-format"]["default"], "gitlab"])
def test_the_formats_of_pipelines_are_written(format_: str, tmp_path: Path) -> None:
    if format_ not in CliRunner().invoke(cli, ["check", "--help"]).output:
        pytest.skip(f"this version does not write {format_}")
    done = CliRunner().invoke(cli, ["check", "--output-format", format_, "-"], input="")
    assert done.exit_code == 0, done.output


def test_the_container_has_what_the_package_is_built_from() -> None:
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = {
        name for line in lines if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]
    }
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied == {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert all((ROOT / name).exists() for name in copied)
    project: dict[str, Any] = _project()
    assert {project["readme"], *project["license-files"], "pyproject.toml", "attrib_lsp"} == copied


def _project() -> dict[str, Any]:
    """Return what pyproject.toml says of the package."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_guide_names_what_there_is() -> None:
    guide = (ROOT / "docs" / "written" / "pipelines.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)]
    (workflow,) = (one["jobs"] for one in shown if "jobs" in one)
    assert set(workflow["sourcing"]["steps"][-1]["with"]) <= set(ACTION["inputs"])
    assert all(f"| `{name}` |" in guide for name in ACTION["inputs"])
    (job,) = (one["attrib-lsp"] for one in shown if "include" in one)
    assert set(job["variables"]) == set(TEMPLATE["variables"])
