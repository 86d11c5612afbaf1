#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A small road engine that speaks OSRM's documented table service, on a port it prints.

Drives take 60 s a hundredth of a degree along each axis, plus a second eastwards, so that no two directions
are alike; nothing reaches a point south of the equator. Options of the first argument: `limit=N` refuses more
than N coordinates as the real server does, `fail=N` fails on the N-th request alone.
"""
import http.server
import json
import re
import sys
from urllib.parse import parse_qs, urlsplit

options = dict(part.split("=") for part in sys.argv[1].split(",")) if len(sys.argv) > 1 and sys.argv[1] else {}
requests = 0


def leg(origin, destination):
    if origin == destination:
        return 0.0
    if origin[1] < 0 or destination[1] < 0:
        return None
    east = 1 if destination[0] > origin[0] else 0
    return round(6000 * (abs(destination[0] - origin[0]) + abs(destination[1] - origin[1])) + east, 1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        global requests
        requests += 1
        if requests == int(options.get("fail", 0)):
            return self.answer(500, {"code": "InternalError", "message": "out of order"})
        url = urlsplit(self.path)
        match = re.fullmatch(r"/table/v1/driving/([-0-9.,;]+)", url.path)
        if not match:
            return self.answer(400, {"code": "InvalidUrl", "message": "URL string malformed"})
        points = [tuple(float(part) for part in text.split(",")) for text in match[1].split(";")]
        if len(points) > int(options.get("limit", 100)):
            return self.answer(400, {"code": "TooBig", "message": "Too many table coordinates"})
        query = parse_qs(url.query)
        sources = [points[int(i)] for i in query["sources"][0].split(";")]
        destinations = [points[int(i)] for i in query["destinations"][0].split(";")]
        durations = [[leg(a, b) for b in destinations] for a in sources]
        body = {"code": "Ok", "durations": durations}
        if "distance" in query.get("annotations", [""])[0]:
            body["distances"] = [[None if cell is None else cell * 15 for cell in row] for row in durations]
        return self.answer(200, body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
