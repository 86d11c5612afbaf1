#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# self_test.sh PROGRAM FOLDER [OPTION...]: opens every screen on a virtual display and leaves the pictures in FOLDER.
set -eu
if ! command -v xvfb-run >/dev/null || ! command -v Xvfb >/dev/null; then
  echo "skipped: no Xvfb"
  exit 0
fi
program=$1
folder=$2
shift 2
rm -rf "$folder"
mkdir -p "$folder"
# Mesa's software renderer, so that the pictures are the same on every machine.
export LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb
exec xvfb-run -a -s "-screen 0 1400x1000x24" "$program" --self-test "$folder" "$@"
