# SPDX-License-Identifier: EUPL-1.2
"""A hub of its own on loopback, behind nginx with a pinned self-signed key."""

import os
import subprocess
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(SOURCE, "tests/hub"))

import tls_front


class RealHub:
    """Runs until `stop`; `program` and `data` are for its own commands."""

    def __init__(self, folder, program):
        self.program = program
        self.data = os.path.join(folder, "hub")
        self.front = None
        os.mkdir(self.data)
        self._hub = subprocess.Popen([program, "--data", self.data, "--listen", "127.0.0.1:0", "--behind-proxy"],
                                     stdout=subprocess.PIPE, text=True)
        try:
            port = int(self._hub.stdout.readline().rsplit(":", 1)[1])
            self.front = tls_front.TlsFront(folder, port)
            subprocess.run([program, "--data", self.data, "--public-url", self.front.address, "init",
                            "--tls-pin", self.front.pin.hex()], check=True, capture_output=True)
        except BaseException:
            self.stop()
            raise

    def leave_network(self):
        """Nobody reaches it any more."""
        self.front.pause()

    def join_network(self):
        self.front.go_on()

    def stop(self):
        if self.front:
            self.front.stop()
        self._hub.terminate()
        self._hub.wait()
