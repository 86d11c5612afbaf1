#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The real parts together: the hub behind nginx with a pinned self-signed key, a real keyring, and the
application's own pages. Arguments: the hub's program, the probe."""

import os
import shutil
import subprocess
import sys
import tempfile

# Leaves no compiled copy in the sources.
sys.dont_write_bytecode = True

import real_hub

HUB, PROBE = sys.argv[1:]
WITH_KEYRING = os.path.join(real_hub.SOURCE, "tests/platform/keychain/with_keyring.sh")


def main():
    missing = [name for name in ("nginx", "openssl", "dbus-run-session", "gnome-keyring-daemon")
               if not shutil.which(name)]
    if missing:
        print("skipped: no", ", ".join(missing))
        return 0
    folder = tempfile.mkdtemp(prefix="medicobus-together-")
    hub = None
    try:
        hub = real_hub.RealHub(folder, HUB)
        probe = os.path.join(folder, "probe.sh")
        with open(probe, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec "{PROBE}" "{folder}/devices" "{HUB}" "{hub.data}"\n')
        os.chmod(probe, 0o700)
        os.mkdir(os.path.join(folder, "devices"))
        return subprocess.run([WITH_KEYRING, os.path.join(folder, "session"), probe], timeout=240,
                              check=False).returncode
    finally:
        if hub:
            hub.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
