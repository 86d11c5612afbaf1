# SPDX-License-Identifier: EUPL-1.2
"""A TLS server with a key of its own, that answers with what it was asked: python tls_hub.py FOLDER [plain]

Prints its port and the SHA-256 of its public key (SubjectPublicKeyInfo) in hex.
"""
import hashlib
import http.server
import json
import os
import ssl
import subprocess
import sys


class Echo(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        size = int(self.headers.get("content-length", 0))
        body = self.rfile.read(size).decode()
        said = json.dumps({"method": self.command, "path": self.path, "body": body,
                           "authorization": self.headers.get("authorization"),
                           "encoding": self.headers.get("accept-encoding")}).encode()
        if self.path == "/big":
            said = b"x" * (1 << 20)
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Location", "/")
        self.send_header("X-Medicobus-Test", "Kept")
        self.end_headers()
        # Half of the announced body, then nothing.
        self.wfile.write(said[:len(said) // 2] if self.path == "/cut" else said)
        self.close_connection = self.path == "/cut"

    do_GET = do_POST = do_DELETE = answer

    def log_message(self, *_):
        pass


folder = sys.argv[1]
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
pin = "00" * 32
if "plain" not in sys.argv:
    key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "certificate.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=hub.exemple.test"],
                   check=True, stderr=subprocess.DEVNULL)
    public = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], check=True,
                            capture_output=True).stdout
    pin = hashlib.sha256(public).hexdigest()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], pin, flush=True)
server.serve_forever()
