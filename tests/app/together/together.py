#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The real parts together: the hub behind nginx with a pinned self-signed key, a real keyring, and the
application's own pages. Arguments: the hub's program, the probe."""

import os
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(SOURCE, "tests/hub"))
# Leaves no compiled copy in the sources.
sys.dont_write_bytecode = True

import tls_front

HUB, PROBE = sys.argv[1:]
WITH_KEYRING = os.path.join(SOURCE, "tests/platform/keychain/with_keyring.sh")


def main():
    missing = [name for name in ("nginx", "openssl", "dbus-run-session", "gnome-keyring-daemon")
               if not shutil.which(name)]
    if missing:
        print("skipped: no", ", ".join(missing))
        return 0
    folder = tempfile.mkdtemp(prefix="medicobus-together-")
    data = os.path.join(folder, "hub")
    hub = front = None
    try:
        os.mkdir(data)
        hub = subprocess.Popen([HUB, "--data", data, "--listen", "127.0.0.1:0", "--behind-proxy"],
                               stdout=subprocess.PIPE, text=True)
        port = int(hub.stdout.readline().rsplit(":", 1)[1])
        front = tls_front.TlsFront(folder, port)
        subprocess.run([HUB, "--data", data, "--public-url", front.address, "init", "--tls-pin", front.pin.hex()],
                       check=True, capture_output=True)
        probe = os.path.join(folder, "probe.sh")
        with open(probe, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec "{PROBE}" "{folder}/devices" "{HUB}" "{data}"\n')
        os.chmod(probe, 0o700)
        os.mkdir(os.path.join(folder, "devices"))
        return subprocess.run([WITH_KEYRING, os.path.join(folder, "session"), probe], timeout=240,
                              check=False).returncode
    finally:
        if front:
            front.stop()
        if hub:
            hub.terminate()
            hub.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
