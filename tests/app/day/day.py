#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A day of the crew with a real hub: its list fetched in the morning, no network and one kill during the day, the
exchange in the evening. Arguments: the hub's program, the program that has the hands. Prints what common acts cost."""

import datetime
import os
import shutil
import signal
import subprocess
import sys
import tempfile

# Leaves no compiled copy in the sources.
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "together"))

import real_hub

HUB, DAY = sys.argv[1:]


def main():
    missing = [name for name in ("nginx", "openssl", "xvfb-run") if not shutil.which(name)]
    if missing:
        print("skipped: no", ", ".join(missing))
        return 0
    folder = tempfile.mkdtemp(prefix="medicobus-day-")
    hub = None
    try:
        hub = real_hub.RealHub(folder, HUB)
        # The hub's clock is the machine's, and takes no booking of yesterday.
        date = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()

        def play(phase):
            print(f"-- {phase}", flush=True)
            return subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24",
                                   DAY, folder, phase, date, HUB, hub.data], check=False, timeout=240).returncode

        if play("eve"):
            return 1
        hub.leave_network()
        # By the shell's custom, and xvfb-run is a shell.
        if play("morning") != 128 + signal.SIGKILL:
            print("failed: the morning should have ended by a kill")
            return 1
        if play("afternoon"):
            return 1
        hub.join_network()
        return play("evening")
    finally:
        if hub:
            hub.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
