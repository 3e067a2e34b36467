"""What some tests need beside the development environment."""

import os

import pytest


def need(available: bool, message: str) -> None:
    """Skip the test where something is not installed; fail instead where CI_FULL is set."""
    if not available:
        (pytest.fail if os.environ.get("CI_FULL") else pytest.skip)(message)
