"""A real mail server for tests: stores each letter it accepts, and ends when its standard input ends.

Arguments: folder, mode (none, starttls, implicit), certificate, key, way to sign in (none, PLAIN, LOGIN).
The first line it prints is its port. The user is "clerk" with the password "pässword".
"""
import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Store:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    async def handle_DATA(self, server, session, envelope):
        number = len(list(self.folder.glob("*.eml"))) + 1
        (self.folder / f"{number}.eml").write_bytes(envelope.original_content)
        about = {
            "from": envelope.mail_from,
            "to": [a.encode("utf-8", "surrogateescape").decode() for a in envelope.rcpt_tos],
            "options": envelope.mail_options,
            "encrypted": server.transport.get_extra_info("ssl_object") is not None,
            "signedIn": session.authenticated is True,
        }
        (self.folder / f"{number}.json").write_text(json.dumps(about))
        return f"250 stored as {number}"


def check(server, session, envelope, mechanism, data):
    right = data.login == b"clerk" and data.password == "pässword".encode()
    return AuthResult(success=right, handled=False)


async def main():
    folder, mode, certificate, key, way = sys.argv[1:6]
    tls = None
    if mode != "none":
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate, key)

    def conversation():
        return SMTP(
            Store(folder),
            hostname="test.example",
            enable_SMTPUTF8=True,
            tls_context=tls if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            authenticator=check,
            auth_required=way != "none",
            auth_require_tls=mode == "starttls",
            auth_exclude_mechanism=[m for m in ("PLAIN", "LOGIN") if m != way],
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        conversation, "127.0.0.1", 0, ssl=tls if mode == "implicit" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
