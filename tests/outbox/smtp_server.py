"""A mail server of our own, as a process: it works, or misbehaves as a file says.

    python smtp_server.py FOLDER

It prints its port. FOLDER/mode is read for every mail; every mail that was taken is a line
`recipient message-id` of FOLDER/taken and stands whole in FOLDER/<number>.eml. A recipient may
begin with the code it is refused with: `550-nobody@collab.example`; with 4 only while the mode is
"busy".
"""

import asyncio
import sys
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.smtp import SMTP, syntax

FOLDER = Path(sys.argv[1])


def mode():
    return (FOLDER / "mode").read_text()


class Handler:
    taken = 0

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        if mode() == "stalls":
            await asyncio.sleep(3600)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address[0] == "5" or (address[0] == "4" and mode() == "busy"):
            return f"{address[:3]} not here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if mode() == "slow":
            await asyncio.sleep(0.02)
        if mode() == "does not like it":
            return "554 I do not like it"
        self.take(envelope)
        if mode() == "takes and says nothing":
            await asyncio.sleep(3600)
        return "250 OK"

    def take(self, envelope):
        mail = message_from_bytes(envelope.content)
        Handler.taken += 1
        (FOLDER / f"{Handler.taken:06}.eml").write_bytes(envelope.content)
        with (FOLDER / "taken").open("a") as taken:
            for recipient in envelope.rcpt_tos:
                taken.write(f"{recipient} {mail['Message-ID']}\n")


class Server(SMTP):
    @syntax("DATA")
    async def smtp_DATA(self, arg):  # noqa: N802
        if mode() != "drops half-way":
            await super().smtp_DATA(arg)
            return
        await self.push("354 go on")
        await self._reader.readline()
        self.transport.abort()


async def serve():
    loop = asyncio.get_running_loop()
    handler = Handler()
    server = await loop.create_server(
        lambda: Server(handler, hostname="mail.example", loop=loop), "127.0.0.1", 0
    )
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


asyncio.run(serve())
