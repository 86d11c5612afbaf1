# SPDX-License-Identifier: EUPL-1.2
"""nginx before a hub, by the file that we ship, with a self-signed key."""

import hashlib
import os
import shutil
import socket
import subprocess

# Where Debian keeps nginx, and where not everybody looks.
os.environ["PATH"] += ":/usr/sbin"
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_there():
    return shutil.which("nginx") and shutil.which("openssl")


class TlsFront:
    """Runs until `stop`. `pin` is the SHA-256 of its public key; `address` is where devices go."""

    def __init__(self, folder, hub_port):
        port = free_port()
        self.address = f"https://127.0.0.1:{port}"
        key = os.path.join(folder, "key.pem")
        certificate = os.path.join(folder, "fullchain.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "1", "-subj", "/CN=medicobus.example.fr"],
                       check=True, capture_output=True)
        der = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "der"],
                             check=True, capture_output=True).stdout
        self.pin = hashlib.sha256(der).digest()
        with open(os.path.join(SOURCE, "platform/linux/nginx.conf"), encoding="utf-8") as file:
            front = file.read()
        front = (front.replace("127.0.0.1:8480", f"127.0.0.1:{hub_port}")
                 .replace("listen 443 ssl http2", f"listen 127.0.0.1:{port} ssl http2")
                 .replace("    listen [::]:443 ssl http2;\n", "")
                 .replace("/etc/medicobus/tls", folder))
        whole = os.path.join(folder, "nginx.conf")
        with open(whole, "w", encoding="utf-8") as file:
            file.write(f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n"
                       "events { worker_connections 256; }\nhttp {\naccess_log off;\n"
                       + "".join(f"{kind}_temp_path {folder}/{kind};\n"
                                 for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
                       + front + "}\n")
        os.chmod(folder, 0o755)
        self._command = ["nginx", "-c", whole, "-e", f"{folder}/nginx.log"]
        self._nginx = None
        self.go_on()

    def go_on(self):
        """At the same address as before."""
        self._nginx = subprocess.Popen(self._command)

    def pause(self):
        self._nginx.terminate()
        self._nginx.wait()
        self._nginx = None

    def stop(self):
        if self._nginx:
            self.pause()
