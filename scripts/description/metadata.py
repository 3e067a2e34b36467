"""What people decided about the package: curation/package.yaml, in the standard's own names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts.problem import Problem, ProblemsFound

METADATA = Path("curation/package.yaml")
_FORM = Path(__file__).resolve().parents[2] / "schemas/package-properties.json"

# Rules whose message names the property that is missing or unknown.
_NAMING = ("required", "additionalProperties")


def load_metadata(root: Path) -> dict[str, Any]:
    """Return the package's own properties.

    Raises:
        ProblemsFound: the file cannot be read, or lacks what citations and registries need, or
            holds what the package may not have (schemas/package-properties.json).
    """
    mend = "restore the file"
    try:
        loaded = yaml.load((root / METADATA).read_text("utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemsFound(
            [Problem(str(METADATA), 0, f"cannot be read: {error}", mend)]
        ) from error
    except yaml.YAMLError as error:
        message = f"no YAML: {' '.join(str(error).split())}"
        raise ProblemsFound([Problem(str(METADATA), 0, message, mend)]) from error
    if not isinstance(loaded, dict) or not loaded:
        raise ProblemsFound([Problem(str(METADATA), 1, "holds no properties", mend)])
    if problems := list(_form_problems(loaded)):
        raise ProblemsFound(problems)
    return loaded


def _form_problems(loaded: dict[str, Any]) -> Iterator[Problem]:
    from jsonschema import Draft7Validator

    form = json.loads(_FORM.read_text("utf-8"))
    for error in Draft7Validator(form).iter_errors(loaded):
        place = " ".join(map(str, error.path)) or "the package"
        said = (
            error.message if error.validator in _NAMING else f"{error.instance!r:.80} does not fit"
        )
        yield Problem(str(METADATA), 0, f"{place}: {said}", str(error.schema["description"]))
