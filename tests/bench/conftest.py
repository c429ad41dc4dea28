"""The benchmarks' servers and browser stop with the last of them."""

from tests.browser import started


def pytest_sessionfinish() -> None:
    started.stop()
