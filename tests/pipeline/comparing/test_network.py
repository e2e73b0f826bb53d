"""The comparing network: that it learns, that filling up and exporting change nothing, and that the linter runs it."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs PyTorch (the extra `training`)")
pytest.importorskip("onnx", reason="exporting needs ONNX (the extra `training`)")

import torch

from attrib_lsp.language.comparing.comparer import Comparer
from attrib_lsp.language.comparing.values import STORY, Wrong
from attrib_lsp.language.model import session
from attrib_lsp.linter.linter import Linter
from pipeline.comparing.batches import Seen, above, batch, groups, shuffled, stranger
from pipeline.comparing.export import FORMER, INPUTS, Exported, example, export, restore, write
from pipeline.comparing.lookup import look
from pipeline.comparing.making import made
from pipeline.comparing.network import Network
from pipeline.comparing.published import Case, Published
from pipeline.comparing.reading import ReadStory, read, stock_of
from pipeline.comparing.samples import Compared, Kept, Origin
from pipeline.comparing.store import Store
from pipeline.comparing.store import write as store_in
from pipeline.comparing.thresholds import NAMES, judged, report, thresholds
from pipeline.comparing.train import drawn, learn, losses_of, weight
from pipeline.worth import Part

BODY = (
    "The Velmouth mill may close in June, its owner Nadia Okoro said on Tuesday. She did not say why the old mill "
    "would have to close, or what would become of its 250 workers and of the river.\n\nThe town hopes to buy it."
)
OTHER = "A ferry with 40 people on board sank off Harrow on Monday. All were saved, the coastguard said. " * 3
CASES = (
    Case("Velmouth mill closes in June", "certainty: modal", ("certainty",)),
    Case("Mill may close", "control", None),
)
STORIES = (
    Published("one", "Velmouth mill may close in June", BODY, Part.TRAINING),
    Published("two", "Ferry sinks off Harrow", OTHER, Part.CHOICE),
    Published("three", "Velmouth mill may close in June", BODY, Part.TEST, CASES),
)


@pytest.fixture(scope="module")
def stories(linter: Linter) -> list[ReadStory]:
    return list(read(linter.pipeline, STORIES))


@pytest.fixture(scope="module")
def store(linter: Linter, stories: list[ReadStory], tmp_path_factory: pytest.TempPathFactory) -> Store[Compared]:
    folder = tmp_path_factory.mktemp("samples")
    return store_in(folder / "samples", made(linter.pipeline, stories, stock_of(stories)))


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    return Network().eval()


def seen(one: Compared, count: int) -> Seen:
    return Seen(one.stories[0], [above(sample) for sample in one.samples if sample.story == 0][:count])


def strange(one: Compared, other: Compared) -> Seen:
    headline: Kept = other.samples[0].text
    return Seen(one.stories[0], [stranger(headline, one.stories[0])])


def test_a_row_that_is_filled_up_answers_as_alone(network: Network, store: Store[Compared]) -> None:
    one, other = seen(store[0], 4), seen(store[1], 2)
    both, _ = batch([one, other], STORY)
    alone, _ = batch([Seen(other.story, other.headlines[:1])], STORY)
    with torch.no_grad():
        many, single = network(both), network(alone)
    length = single.by_word.shape[2]
    assert torch.allclose(many.by_word[1, 0, :length], single.by_word[0, 0], atol=1e-5)
    assert torch.allclose(many.whole[1, 0], single.whole[0, 0], atol=1e-5)


def test_it_learns_what_it_is_shown(network: Network, store: Store[Compared]) -> None:
    network.train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3)
    part = [seen(store[0], 8), strange(store[0], store[1])]
    first = learn(network, optimiser, part)
    for _ in range(25):
        last = learn(network, optimiser, part)
    assert (last < first / 2).all()


def test_nothing_is_learned_of_the_words_of_another_storys_headline(network: Network, store: Store[Compared]) -> None:
    inputs, targets = batch([strange(store[0], store[1])], STORY)
    assert (targets.by_word < 0).all()
    assert targets.whole.tolist() == [[[-1.0, 1.0]]]
    answers = network(inputs)
    assert losses_of(answers, targets)[1] == 0


def test_the_look_up_has_the_gradient_of_a_look_up() -> None:
    table = torch.randn(8, 3, requires_grad=True)
    codes = torch.randint(0, 8, (2, 5, 7), dtype=torch.int32)
    weights = torch.randn(2, 3, 5, 7)
    (look(table, codes) * weights).sum().backward()
    found = table.grad
    plain = table.detach().clone().requires_grad_()
    (plain[codes.long()].permute(0, 3, 1, 2) * weights).sum().backward()
    assert torch.allclose(found, plain.grad, atol=1e-5)


@pytest.mark.parametrize(("upper", "lower"), [(9, 30), (1, 1), (40, 400)])
def test_the_graph_answers_as_the_network(network: Network, tmp_path: Path, upper: int, lower: int) -> None:
    write(network, tmp_path / "plain.onnx")
    export(network, tmp_path / "small.onnx")
    given = example(upper, lower)
    with torch.no_grad():
        wanted = Exported(network)(*given)
    fed = {name: one.numpy() for name, one in zip(INPUTS, given, strict=True)}
    for name, apart in (("plain", 1e-4), ("small", 2e-2)):
        found = session(tmp_path / f"{name}.onnx").run(["by_word", "whole"], fed)
        for one, other in zip(found, wanted, strict=True):
            assert one.shape == tuple(other.shape)
            assert np.abs(one - other.numpy()).max() < apart


def test_the_linter_sees_what_the_network_was_trained_on(
    network: Network, store: Store[Compared], stories: list[ReadStory], tmp_path: Path
) -> None:
    write(network, tmp_path / "plain.onnx")
    story = stories[0]
    comparison = Comparer(tmp_path / "plain.onnx").compare(
        story.headline.parse, [passage.parse for passage in story.story]
    )
    assert comparison is not None
    inputs, _ = batch([seen(store[0], 1)], STORY)
    with torch.no_grad():
        answers = network(inputs)
    wanted = answers.by_word.softmax(-1)[0, 0]
    for (_, said), row in zip(comparison.words, wanted, strict=True):
        assert [said[way] for way in Wrong] == pytest.approx(row[1:].tolist(), abs=1e-4)
    assert comparison.unattributed == pytest.approx(answers.whole.sigmoid()[0, 0, 0].item(), abs=1e-4)


def test_weights_under_former_names_are_read(network: Network, tmp_path: Path) -> None:
    former = {new: old for old, new in FORMER.items()}
    state = {}
    for name, weights in network.state_dict().items():
        *parts, last = name.split(".")
        state[".".join([*(former.get(part, part) for part in parts), last])] = weights
    assert "layers.0.cq.weight" in state
    torch.save({"state": state, "args": {"d": 160}}, tmp_path / "former.pt")
    found = restore(tmp_path / "former.pt").state_dict()
    assert all(torch.equal(found[name], weights) for name, weights in network.state_dict().items())


def test_every_headline_is_in_one_batch_of_an_epoch(store: Store[Compared]) -> None:
    found = groups(store)
    assert sum(len(group.samples) for group in found) == sum(len(one.samples) for one in store)
    planned = [group for part in shuffled(found, 1, random.Random(1)) for group in part]
    assert sorted(planned) == sorted(found)


def test_heavy_samples_are_drawn_rather(store: Store[Compared]) -> None:
    samples = [store[0].samples[0]] * 30 + [one for one in store[0].samples if weight(one) > 2][:1]
    chance = random.Random(1)
    taken = sum(any(one is samples[-1] for one in drawn(samples, chance)) for _ in range(300))
    assert taken / 300 > 1.5 * 8 / 31


def test_thresholds_lie_among_what_is_said_of_right_headlines(network: Network, store: Store[Compared]) -> None:
    right = (Origin.PUBLISHED, Origin.CONTROL, Origin.AGREEING)
    found = list(judged(network, store, groups(store, lambda sample: sample.origin in right)))
    assert {one.sample.origin for one in found} <= set(right)
    chosen = thresholds(network, store)
    for name in NAMES:
        said = sorted(one.probabilities[name] for one in found)
        strict, *_, loose = (limits[name] for limits in chosen.values())
        assert said[-2] - 1e-4 <= loose <= strict <= said[-1] + 1e-4


def test_the_report_counts_right_headlines_and_found_kinds(network: Network, store: Store[Compared]) -> None:
    found = [one for one in judged(network, store, groups(store)) if one.sample.origin is Origin.TEST]
    assert sorted(one.sample.kind for one in found) == ["certainty: modal", "control"]
    always = report(found * 8, {"all": dict.fromkeys(NAMES, -1.0)})["all"]
    never = report(found * 8, {"none": dict.fromkeys(NAMES, 2.0)})["none"]
    assert (always["called wrong: any"], always["certainty: modal (8)"]) == (1.0, 1.0)
    assert set(never.values()) == {0.0}
