"""The unpacked release needs nothing of the repository: no link leads out of it."""

import posixpath
import re

from scripts.publish.formats import stand_alone
from tests.consumers.making import Release

# What the project's own tools are called; a release has none of them.
_COMMAND = re.compile(r"\bmake (?:data|test|check|validate|site|release|tools)\b|python -m scripts")


def test_every_link_of_every_page_leads_to_a_file_of_the_release(release: Release) -> None:
    wrong = []
    for page in release.folder.rglob("*.md"):
        path = page.relative_to(release.folder).as_posix()
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if "://" not in target and not (release.folder / place).exists():
                wrong.append((path, target))
    assert not wrong, wrong


def test_no_page_for_users_tells_them_to_run_what_the_release_does_not_have(
    release: Release,
) -> None:
    for name in ("README.md", "examples/README.md", "docs/trust.md", "docs/upgrade.md"):
        assert not _COMMAND.findall((release.folder / name).read_text("utf-8")), name


def test_the_page_of_a_release_loses_what_is_of_the_repository_alone() -> None:
    own = "<!-- begin repository -->\nx\n<!-- end repository -->\n"
    page = f"a [b](c.md) [d](e.md) [f](#g) [h](https://i)\n\n{own}"
    assert stand_alone(page, "docs/p.md", {"docs/c.md"}) == "a [b](c.md) d [f](#g) [h](https://i)\n"
