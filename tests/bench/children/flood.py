"""An Agora that answers the first question with one file, all others with many: `COUNT`."""

from __future__ import annotations

import asyncio
import json
import signal
import sys

from tests.bench.children.files import reply


def _answer(count: int) -> bytes:
    body = reply(count).replace(b'"uploadingStatus": "uploaded"', b'"status": 5')
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body


async def _serve(count: int) -> None:
    answers = [_answer(count), _answer(1)]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(answers.pop() if len(answers) > 1 else answers[0])
                await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            writer.close()

    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(json.dumps({"url": f"http://127.0.0.1:{port}"}), flush=True)
    await ended.wait()
    server.close()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
