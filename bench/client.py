"""People with browsers: the smallest HTTP client that keeps a connection open.

Small on purpose: it shares the machine with the server, and its own work counts for both sides.
"""

import socket
import threading
import time
from dataclasses import dataclass


@dataclass
class Answer:
    status: int
    headers: bytes
    body: bytes
    seconds: float

    def header(self, name):
        for line in self.headers.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name.lower().encode():
                return value.strip().decode()
        return ""


class Person:
    """A browser with a person's cookies, on a connection that stays open."""

    def __init__(self, port, session="", token="", **headers):
        self.port, self.door, self.token = port, None, token
        cookies = f"Cookie: sessionid={session}; csrftoken={token}\r\n" if session else ""
        more = "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items())
        self.head = f"Host: 127.0.0.1\r\n{cookies}{more}"

    def get(self, address):
        return self.send(f"GET {address} HTTP/1.1\r\n{self.head}\r\n".encode())

    def post(self, address, text):
        """A form that is sent by htmx, with the token every form of ours carries."""
        body = f"csrfmiddlewaretoken={self.token}&{text}"
        kind = "Content-Type: application/x-www-form-urlencoded\r\nHX-Request: true\r\n"
        return self.send(
            f"POST {address} HTTP/1.1\r\n{self.head}{kind}"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )

    def send(self, request):
        """One request and its whole answer; a connection the server closed is opened again."""
        began = time.perf_counter()
        if self.door is None:
            self.open()
        try:
            self.door.sendall(request)
            head, body = self.read()
        except (ConnectionError, EOFError):
            self.open()
            self.door.sendall(request)
            head, body = self.read()
        return Answer(int(head[9:12]), head, body, time.perf_counter() - began)

    def open(self):
        self.close()
        self.door = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        self.door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        if self.door is not None:
            self.door.close()
        self.door = None

    def read(self):
        data = b""
        while b"\r\n\r\n" not in data:
            data += self.more()
        head, _, body = data.partition(b"\r\n\r\n")
        lower = head.lower()
        if b"content-length:" in lower:
            length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
            parts, have = [body], len(body)
            while have < length:
                parts.append(self.more())
                have += len(parts[-1])
            return head, b"".join(parts)
        if b"transfer-encoding: chunked" in lower:
            while not body.endswith(b"0\r\n\r\n"):
                body += self.more()
        return head, body

    def more(self):
        piece = self.door.recv(262144)
        if not piece:
            raise EOFError
        return piece


def at_once(jobs):
    """Run each function in a thread of its own, all beginning together; their results."""
    gate = threading.Barrier(len(jobs))
    results = [None] * len(jobs)

    def run(number, job):
        gate.wait()
        results[number] = job()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
