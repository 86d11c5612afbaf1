# SPDX-License-Identifier: EUPL-1.2
"""Says of each JSON file in a folder whether a schema accepts it: one line "name yes" or "name no" a file.

Exits with 77 when python3-jsonschema is not installed."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    print(path.stem, "yes" if validator.is_valid(document) else "no")
