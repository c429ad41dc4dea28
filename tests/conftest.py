"""What all tests share: no network but loopback, and a small collection to break."""

from __future__ import annotations

import pytest

from tests.small import Small
from timeline.collection import Collection


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # Loopback stays open for the tests that talk to a server of their own.
    config.option.allow_hosts = "127.0.0.1,::1"
    config.option.allow_unix_socket = True


@pytest.fixture
def small(tmp_path) -> Small:
    """A small collection in a folder of its own, free of problems until a test makes one."""
    return Small(tmp_path / "data").write()


@pytest.fixture
def book(small) -> Collection:
    """The small collection, read."""
    return small.load()
