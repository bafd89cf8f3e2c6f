"""Whether a port is free: says so and ends with 1 when it is not. Port 0 prints a free one."""

import socket
import sys

host, port = sys.argv[1], sys.argv[2]
try:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, int(port), type=socket.SOCK_STREAM
    )[0]
    with socket.socket(family, kind, protocol) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        if port == "0":
            print(door.getsockname()[1])
except (OSError, ValueError, OverflowError) as problem:
    sys.exit(f"\nPORT={port} on HOST={host} cannot be used: {problem}.")
