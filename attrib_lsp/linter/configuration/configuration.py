"""The settings of drafts: what all places that have a say in them come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from pathlib import Path

from attrib_lsp.lexicons.house import UNCHANGED, Changes
from attrib_lsp.linter.configuration.globs import absolute, matches
from attrib_lsp.linter.configuration.layer import FileIgnore, Layer, in_force
from attrib_lsp.linter.options import option_names, read_rule_options
from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import Policy, Settings, layered, one_rule
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules

#: What rules call the option that holds the names of the user's own outlet.
HOUSE = "house"


@dataclass(frozen=True, eq=False)
class Configuration:
    """The layers that hold for some drafts, the least first: a later one wins. No layer at all is the defaults."""

    layers: tuple[Layer, ...] = ()
    _by_ignores: dict[tuple[FileIgnore, ...], Settings] = field(default_factory=dict, repr=False)

    def settings_for(self, draft: Path | None) -> Settings:
        """Return the settings for ``draft``, an absolute path; None for one that is no file."""
        ignores = () if draft is None else tuple(self._file_ignores(draft))
        if ignores not in self._by_ignores:
            self._by_ignores[ignores] = self.settings.without(one for held in ignores for one in held.selectors)
        return self._by_ignores[ignores]

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Say whether a folder that is searched for drafts is to be searched without ``path``, an absolute one."""
        return any(
            layer.root is not None and matches(layer.exclude, layer.root, path, folder=folder) for layer in self.layers
        )

    @property
    def baseline(self) -> Path | None:
        """The file of accepted findings that the nearest place names, from the folder of that place."""
        for layer in reversed(self.layers):
            if layer.baseline is not None and layer.root is not None:
                return absolute(layer.root / layer.baseline)
        return None

    @property
    def baseline_place(self) -> tuple[Path | None, int | None]:
        """The file and the line that name the baseline; neither where none is named."""
        for entry, layer in in_force(self.layers):
            if entry.key == ("baseline",):
                return layer.file, entry.line
        return None, None

    @property
    def files(self) -> tuple[Path, ...]:
        """The configuration files, the nearest one first."""
        return tuple(layer.file for layer in reversed(self.layers) if layer.file is not None)

    @cached_property
    def settings(self) -> Settings:
        """The settings for drafts of which no glob says anything."""
        held = layered([layer.selection for layer in self.layers], policy_of(self.layers))
        return replace(held, words=reduce(Changes.then, (layer.words for layer in self.layers), UNCHANGED))

    def _file_ignores(self, draft: Path) -> Iterable[FileIgnore]:
        """Yield what is said of the rules for ``draft`` alone."""
        for layer in self.layers:
            if layer.root is not None:
                yield from (one for one in layer.file_ignores if matches((one.pattern,), layer.root, draft))


def policy_of(layers: Iterable[Layer]) -> Policy:
    """Return what ``layers``, the least first, say of rules.

    The last preset is the ground; severities and options lie on it, whichever layer they come from.
    """
    layers = tuple(layers)
    name = next((layer.preset for layer in reversed(layers) if layer.preset is not None), None)
    ground = preset(name).policy if name is not None else Policy()
    severities: dict[str, Severity | None] = dict(ground.severities)
    options = dict(ground.options)
    house = next((layer.house for layer in reversed(layers) if layer.house is not None), None)
    if house is not None:
        for rule in all_rules():
            if rule.options is not None and HOUSE in option_names(rule.options):
                options[rule.code] = read_rule_options(rule, {HOUSE: list(house)}, options.get(rule.code))
    for layer in layers:
        severities.update(layer.severities)
        for code, given in layer.rules.items():
            options[code] = read_rule_options(one_rule(code), given, options.get(code))
    return Policy(severities, options)
