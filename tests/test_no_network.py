"""The guard itself: a test cannot reach past this machine."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_an_outside_address_is_blocked():
    # 192.0.2.1 is reserved for documentation (RFC 5737): nobody answers there.
    with pytest.warns(UserWarning), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_loopback_is_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
