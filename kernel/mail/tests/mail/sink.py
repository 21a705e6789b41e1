"""A mail server of another make, which reads what it is given with Python's own parser.

Says its port as a line of JSON, then each letter it took; ends when its input does. Names before the @ decide:
`nobody` is refused, `busy` is put off once, `cut` is taken once without an answer, `last` is refused by a server that then
takes nobody any more.
"""

import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys
import warnings

import trustme
from aiosmtpd.smtp import SMTP, AuthResult

mode = sys.argv[1]
# Of the failures that the tests ask for it would write pages.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
warnings.simplefilter("ignore")
seen = set()


def say(**told):
    print(json.dumps(told), flush=True)


def first(name, wanted):
    if name != wanted or name in seen:
        return False
    seen.add(name)
    return True


class Sink:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if mode == "closed":
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 5.1.1 No such mailbox"
        if name == "last":
            listener.close()
            return "554 5.3.2 Not accepting messages"
        if first(name, "busy"):
            return "451 4.7.1 Try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            id=letter["Message-ID"],
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            origin=letter["From"],
            to=letter["To"],
            subject=letter["Subject"],
            date=letter["Date"].datetime.isoformat(),
            auto=letter["Auto-Submitted"],
            lang=letter["Content-Language"],
            body=letter.get_content().replace("\r\n", "\n"),
            defects=[str(defect) for defect in letter.defects],
            headers=letter.keys(),
            is_ascii=envelope.content.isascii(),
            is_encrypted=session.ssl is not None or mode == "smtps",
            hello=session.host_name,
        )
        if first(envelope.rcpt_tos[0].split("@")[0], "cut"):
            server.transport.abort()
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    known = (data.login, data.password) == (b"quipu", "contraseña/1".encode())
    # What is not handled is answered by the server.
    return AuthResult(success=known, handled=False)


async def main():
    global listener
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    options = {"enable_SMTPUTF8": True}
    if mode == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    if mode == "auth":
        options |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}
    listener = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Sink(), **options), "127.0.0.1", 0, ssl=context if mode == "smtps" else None
    )
    port = listener.sockets[0].getsockname()[1]
    say(port=port, authority=authority.cert_pem.bytes().decode())
    await asyncio.to_thread(sys.stdin.read)


asyncio.run(main())
