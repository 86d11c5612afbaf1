#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs a program in a session of its own with an unlocked keyring: with_keyring.sh FOLDER PROGRAM
set -eu
export HOME="$1" XDG_DATA_HOME="$1/data" XDG_RUNTIME_DIR="$1/run" XDG_CURRENT_DESKTOP=GNOME
mkdir -p "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
exec dbus-run-session -- sh -c '
  printf "password of the test" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
  exec "$1"' sh "$2"
