"""A mail server in a process of its own: takes every mail, writes down to whom. Prints its port.

python bench/mailbox.py FILE [SECONDS]      each mail takes so long
"""

import sys
import time
from contextlib import suppress
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

taken = Path(sys.argv[1]).open("a", buffering=1)  # noqa: SIM115, it stays open
pause = float(sys.argv[2]) if len(sys.argv) > 2 else 0


class Connection(StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self):
        with suppress(ConnectionError):  # the sender was killed
            self.talk()

    def talk(self):
        self.say("220 mailbox")
        recipient = ""
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"RCPT":
                recipient = line.split(b"<")[1].split(b">")[0].decode()
            if word == b"DATA":
                self.say("354 go on")
                if not self.read_mail():
                    return
                time.sleep(pause)
                taken.write(recipient + "\n")
            self.say("221 bye" if word == b"QUIT" else "250 ok")
            if word == b"QUIT":
                return

    def read_mail(self):
        while line := self.rfile.readline():
            if line == b".\r\n":
                return True
        return False

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")


class Server(ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Connection) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
