// SPDX-License-Identifier: EUPL-1.2
// Reads an OpenAPI description from standard input and validates it against the schema of its version. Exit 0:
// valid, 1: not, with what is wrong; 77: the validator is not installed (npm ci).
import { readFileSync } from "node:fs";

let Validator;
try {
  ({ Validator } = await import("@seriousme/openapi-schema-validator"));
} catch {
  console.log("skipped: no openapi-schema-validator (npm ci in tests/web)");
  process.exit(77);
}
const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(readFileSync(0, "utf8")));
if (!valid) {
  console.error(JSON.stringify(errors, null, 2));
  process.exit(1);
}
console.log(`valid: OpenAPI ${validator.version}`);
