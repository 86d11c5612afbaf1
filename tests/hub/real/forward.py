# SPDX-License-Identifier: EUPL-1.2
# forward.py PORT HOST: passes connections on 127.0.0.1:PORT on to HOST:PORT, so that a device in a network
# namespace of its own reaches the hub as if it were on its machine.
import asyncio
import sys

port, host = int(sys.argv[1]), sys.argv[2]


async def carry(source, target):
    try:
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
    except OSError:
        pass
    finally:
        target.close()


async def connect(reader, writer):
    try:
        there = await asyncio.wait_for(asyncio.open_connection(host, port), 5)
    except (OSError, asyncio.TimeoutError):
        writer.close()
        return
    await asyncio.gather(carry(reader, there[1]), carry(there[0], writer))


async def main():
    server = await asyncio.start_server(connect, "127.0.0.1", port)
    print("ready", flush=True)
    await server.serve_forever()


asyncio.run(main())
