#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The real hub process: its commands, its limits, its end, and its TLS front. Argument: the program."""

import base64
import contextlib
import hashlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

# Leaves no compiled copy in the sources.
sys.dont_write_bytecode = True
import tls_front

HUB = sys.argv.pop()
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def get(port, path, headers=None, body=None, method=None):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def schema_errors(node, schemas, where="$"):
    """References that lead nowhere; everything else is the validator's."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if target and target.rsplit("/", 1)[-1] not in schemas:
            yield f"{where}: {target}"
        for key, value in node.items():
            yield from schema_errors(value, schemas, f"{where}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from schema_errors(value, schemas, f"{where}[{index}]")


class HubProcess(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="medicobus-hub-")
        self.hub = None

    def tearDown(self):
        if self.hub and self.hub.poll() is None:
            self.hub.kill()
            self.hub.wait()
        if self.hub:
            self.hub.stdout.close()
        shutil.rmtree(self.folder)

    def start(self, *options):
        self.hub = subprocess.Popen(
            [HUB, "--data", self.folder, "--listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, text=True)
        line = self.hub.stdout.readline()
        self.assertIn("127.0.0.1:", line)
        return int(line.rsplit(":", 1)[1])

    def run_hub(self, *arguments, status=0):
        done = subprocess.run([HUB, "--data", self.folder, "--json", *arguments],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout

    def test_commands_while_it_runs(self):
        port = self.start()
        status, headers, body = get(port, "/health")
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(body)["status"], "ok")
        invitation = json.loads(self.run_hub("invite", "--role", "crew", "--public-url", "https://hub.example"))
        self.assertTrue(invitation["uri"].startswith("MEDICOBUS:"))
        self.run_hub("invite", "--role", "town_hall", status=2)
        secret = os.path.join(self.folder, "passphrase")
        with open(secret, "w", encoding="utf-8") as file:
            file.write("une phrase secrète\n")
        backup = os.path.join(self.folder, "hub.backup")
        self.run_hub("backup", backup, "--passphrase-file", secret)
        before = json.loads(get(port, "/v1/hub")[2])
        other = tempfile.mkdtemp(prefix="medicobus-hub-")
        try:
            subprocess.run([HUB, "--data", other, "restore", backup, "--passphrase-file", secret], check=True)
            shown = subprocess.run([HUB, "--data", other, "--json", "init"], check=True,
                                   capture_output=True, text=True).stdout
            self.assertEqual(json.loads(shown)["sign_key"], before["sign_key"])
            self.assertNotEqual(json.loads(shown)["device"], before["device"])
        finally:
            shutil.rmtree(other)
        self.run_hub("access-log", "verify")
        self.run_hub("recovery", "end")

    def test_an_older_backup_is_put_back_without_who_was_erased(self):
        self.run_hub("init")
        store = os.path.join(self.folder, "hub.db")
        wrapped = {name: os.urandom(48) for name in ("gone1", "kept-2")}
        with contextlib.closing(sqlite3.connect(store)) as database, database:
            for name, value in wrapped.items():
                database.execute("INSERT INTO envelopes(key, wrapped) VALUES (?, ?)", (name, value))
        secret = os.path.join(self.folder, "passphrase")
        with open(secret, "w", encoding="utf-8") as file:
            file.write("une phrase secrète\n")
        backup = os.path.join(self.folder, "hub.backup")
        self.run_hub("backup", backup, "--passphrase-file", secret)
        self.assertEqual(self.run_hub("erasures", "list"), "")
        names = os.path.join(self.folder, "erased")
        with open(names, "w", encoding="utf-8") as file:
            file.write("gone1\n")
        self.run_hub("erasures", "apply", names)
        self.assertEqual(self.run_hub("erasures", "list"), "gone1\n")
        with open(names + ".bad", "w", encoding="utf-8") as file:
            file.write("not the name of a key\n")
        other = tempfile.mkdtemp(prefix="medicobus-hub-")
        try:
            restore = [HUB, "--data", other, "restore", backup, "--passphrase-file", secret, "--erasures"]
            refused = subprocess.run([*restore, names + ".bad"], capture_output=True)
            self.assertEqual(refused.returncode, 2)
            subprocess.run([*restore, names], check=True)
            with contextlib.closing(sqlite3.connect(os.path.join(other, "hub.db"))) as database:
                self.assertEqual(database.execute("SELECT key FROM envelopes").fetchall(), [("kept-2",)])
                self.assertEqual(database.execute("SELECT key FROM destroyed_keys").fetchall(), [("gone1",)])
            for folder in (other, self.folder):
                for name in os.listdir(folder):
                    with open(os.path.join(folder, name), "rb") as file:
                        self.assertNotIn(wrapped["gone1"], file.read(), os.path.join(folder, name))
        finally:
            shutil.rmtree(other)

    def test_describes_itself(self):
        port = self.start()
        description = json.loads(get(port, "/openapi.json")[2])
        self.assertEqual(list(schema_errors(description, description["components"]["schemas"])), [])
        names = [operation["operationId"] for path in description["paths"].values()
                 for operation in path.values()]
        self.assertEqual(len(names), len(set(names)))
        validator = os.path.join(SOURCE, "tests", "web", "check_openapi.mjs")
        if not shutil.which("node"):
            self.skipTest("skipped: node is not installed")
        checked = subprocess.run(["node", validator], input=json.dumps(description), capture_output=True, text=True)
        if checked.returncode == 77:
            self.skipTest(checked.stdout.strip())
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_limits(self):
        port = self.start("--body-limit", "16")
        self.assertEqual(get(port, "/v1/sessions", body=b"x" * 20000)[0], 413)
        self.assertEqual(get(port, "/v1/sessions", body=b"{}")[0], 400)
        self.assertEqual(get(port, "/v1/sessions", body=b"[" * 10000)[0], 400)
        self.assertEqual(get(port, "/v1/operations")[0], 401)
        self.assertEqual(get(port, "/nowhere")[0], 404)

    def test_ends_when_asked_and_answers_what_came_in(self):
        port = self.start()
        answers = []

        def ask():
            for _ in range(20):
                try:
                    answers.append(get(port, "/health")[0])
                except (urllib.error.URLError, ConnectionError):
                    return

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        self.hub.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join()
        self.assertEqual(self.hub.wait(timeout=15), 0)
        self.assertTrue(all(status == 200 for status in answers))

    def test_slow_clients_starve_nobody(self):
        port = self.start()
        slow = []
        for _ in range(500):
            client = socket.create_connection(("127.0.0.1", port), timeout=20)
            client.sendall(b"POST /v1/operations HTTP/1.1\r\nHost: x\r\nContent-Le")
            slow.append(client)
        started = time.monotonic()
        for _ in range(20):
            self.assertEqual(get(port, "/health")[0], 200)
        took = time.monotonic() - started
        for client in slow:
            client.close()
        self.assertLess(took, 10, "a normal client waits for slow ones")

    @unittest.skipUnless(tls_front.is_there() and shutil.which("curl"), "skipped: no nginx, openssl or curl")
    def test_tls_front_with_a_pinned_key(self):
        hub_port = self.start("--behind-proxy")
        front = tls_front.TlsFront(self.folder, hub_port)
        try:
            pin = "sha256//" + base64.b64encode(front.pin).decode()
            wrong = "sha256//" + base64.b64encode(hashlib.sha256(b"another").digest()).decode()
            url = f"{front.address}/health"
            curl = ["curl", "-sk", "--max-time", "20", "--retry", "20", "--retry-connrefused", "--retry-delay", "0"]
            good = subprocess.run([*curl, "--pinnedpubkey", pin, url], capture_output=True, text=True)
            self.assertEqual(good.returncode, 0, good.stderr)
            self.assertEqual(json.loads(good.stdout)["status"], "ok")
            bad = subprocess.run([*curl, "--pinnedpubkey", wrong, url], capture_output=True)
            self.assertEqual(bad.returncode, 90, "another key must be refused")
            old = subprocess.run([*curl, "--tls-max", "1.1", "--pinnedpubkey", pin, url], capture_output=True)
            self.assertNotEqual(old.returncode, 0, "TLS 1.1 must be refused")
        finally:
            front.stop()

    @unittest.skipUnless(shutil.which("systemd-analyze"), "skipped: no systemd-analyze")
    def test_unit_is_tight(self):
        unit = os.path.join(SOURCE, "platform/linux/medicobus-hub.service")
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=20", unit],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout[-500:])


if __name__ == "__main__":
    unittest.main(verbosity=2)
