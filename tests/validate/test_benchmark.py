"""The benchmark compares medians with limits; nothing is timed here."""

from pathlib import Path

import pytest

from scripts import benchmark

SECONDS = {
    "import pandas": [0.5, 0.6, 9.0],
    "all imports": [1.0, 1.0, 1.0],
    "build": [0.3, 0.4, 0.5],
    "build + validate": [2.0, 3.1, 3.2],
}


def test_the_table_shows_medians_and_which_limit_is_broken() -> None:
    lines = benchmark.make_table(SECONDS).split("\n")
    assert lines[1].split() == ["import", "pandas", "0.60", "0.50", "9.00"]
    assert lines[-2] == "build takes 0.67 x import pandas; limit 1.5 x: kept"
    assert lines[-1] == "build + validate takes 3.10 x all imports; limit 3 x: BROKEN"


def test_a_build_that_does_not_import_pandas_keeps_its_limit() -> None:
    slow = SECONDS | {"build": [2.0]}
    assert "build takes 3.33 x import pandas; limit 1.5 x: BROKEN" in benchmark.make_table(slow)
    free = benchmark.make_table(slow, {"build"})
    assert "build takes 3.33 x import pandas; limit 1.5 x: kept, it does not import pandas" in free


def test_an_import_of_a_command_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "COMMANDS", {"build": [["-c", "import json.decoder"]]})
    assert benchmark.imports(tmp_path, "build", "json")
    assert not benchmark.imports(tmp_path, "build", "pandas")


@pytest.mark.parametrize(("slow", "code"), [([2.0], 0), ([3.1], 1)])
def test_a_broken_limit_has_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, slow: list[float], code: int
) -> None:
    monkeypatch.setattr(benchmark, "copytree", lambda *_, **__: None)
    monkeypatch.setattr(benchmark, "measure", lambda *_: SECONDS | {"build + validate": slow})
    monkeypatch.setattr(benchmark, "imports", lambda *_: True)
    assert benchmark.main(["--runs", "1"]) == code


def test_a_command_that_fails_has_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "copytree", lambda *_, **__: None)
    monkeypatch.setattr(benchmark, "COMMANDS", {"build": [["-c", "raise SystemExit(1)"]]})
    monkeypatch.setattr(benchmark.subprocess, "run", refuse)
    assert benchmark.main([]) == 1


def refuse(command: list[str], **_: object) -> None:
    raise benchmark.subprocess.CalledProcessError(1, command, "", "the curation is wrong")


@pytest.mark.parametrize("arguments", [["--runs", "0"], ["--runs", "many"], ["--fast"]])
def test_a_wrong_call_has_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        benchmark.main(arguments)
    assert stopped.value.code == 2
