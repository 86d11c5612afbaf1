// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/schemas.h"

// Binary is base64url without padding, an instant is whole UTC milliseconds; readers pass over keys that they
// do not know.

namespace medicobus::sync::web {

namespace {

constexpr auto text = R"json({
"Empty": {"type": "object"},
"Description": {"type": "object"},
"Refusal": {"type": "object", "required": ["code", "details"], "properties": {
  "code": {"type": "string"}, "wipe": {"type": "boolean"},
  "details": {"type": "object", "additionalProperties": {"type": "string"}}}},
"Instant": {"type": "integer", "format": "int64"},
"Bytes": {"type": "string", "pattern": "^[A-Za-z0-9_-]*$"},
"Id": {"type": "string", "format": "uuid"},
"Role": {"type": "string", "enum": ["crew", "coordination", "town_hall"]},
"ChainMap": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
"Health": {"type": "object", "required": ["status", "version", "recovering", "hub_time"], "properties": {
  "status": {"type": "string"}, "version": {"type": "string"}, "recovering": {"type": "boolean"},
  "hub_time": {"$ref": "#/components/schemas/Instant"}}},
"HubIdentity": {"type": "object", "required": ["device", "sign_key", "epoch", "hub_time"], "properties": {
  "device": {"$ref": "#/components/schemas/Id"}, "sign_key": {"$ref": "#/components/schemas/Bytes"},
  "epoch": {"type": "string"}, "hub_time": {"$ref": "#/components/schemas/Instant"}}},
"Challenge": {"type": "object", "required": ["challenge", "hub_time"], "properties": {
  "challenge": {"$ref": "#/components/schemas/Bytes"}, "hub_time": {"$ref": "#/components/schemas/Instant"}}},
"SessionRequest": {"type": "object", "required": ["device", "challenge", "signature"], "properties": {
  "device": {"$ref": "#/components/schemas/Id"}, "challenge": {"$ref": "#/components/schemas/Bytes"},
  "signature": {"$ref": "#/components/schemas/Bytes"}}},
"Session": {"type": "object", "required": ["token", "valid_for", "hub_time", "epoch", "role"], "properties": {
  "token": {"type": "string"}, "valid_for": {"type": "integer"},
  "hub_time": {"$ref": "#/components/schemas/Instant"}, "epoch": {"type": "string"},
  "role": {"$ref": "#/components/schemas/Role"}}},
"Operation": {"type": "object",
  "required": ["id", "device", "seq", "millis", "counter", "actor", "subject", "kind", "version", "open",
    "previous", "hash"],
  "properties": {
    "id": {"$ref": "#/components/schemas/Id"}, "device": {"$ref": "#/components/schemas/Id"},
    "seq": {"type": "integer", "minimum": 1}, "millis": {"$ref": "#/components/schemas/Instant"},
    "counter": {"type": "integer", "minimum": 0, "maximum": 65535}, "actor": {"type": "string"},
    "subject": {"type": "object", "required": ["type", "id"],
      "properties": {"type": {"type": "string"}, "id": {"type": "string"}}},
    "kind": {"type": "string"}, "version": {"type": "integer", "minimum": 1}, "open": {"type": "object"},
    "sealed": {"$ref": "#/components/schemas/Bytes"}, "seal_key": {"type": "string"},
    "previous": {"$ref": "#/components/schemas/Bytes"}, "hash": {"$ref": "#/components/schemas/Bytes"},
    "signature": {"$ref": "#/components/schemas/Bytes"}}},
"Envelope": {"type": "object", "required": ["key", "wrapped"], "properties": {
  "key": {"type": "string"}, "wrapped": {"$ref": "#/components/schemas/Bytes"}}},
"Push": {"type": "object", "required": ["format", "device", "epoch", "operations", "envelopes"], "properties": {
  "format": {"type": "string", "enum": ["medicobus-push/1"]}, "device": {"$ref": "#/components/schemas/Id"},
  "epoch": {"type": "string"},
  "operations": {"type": "array", "items": {"$ref": "#/components/schemas/Operation"}},
  "envelopes": {"type": "array", "items": {"$ref": "#/components/schemas/Envelope"}}}},
"PushAnswer": {"type": "object", "required": ["acked_through", "epoch", "hub_time", "verdicts"], "properties": {
  "acked_through": {"type": "integer"}, "epoch": {"type": "string"},
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "verdicts": {"type": "array", "items": {"type": "object", "required": ["seq", "verdict"], "properties": {
    "seq": {"type": "integer"},
    "verdict": {"type": "string", "enum": ["accepted", "merged", "conflict", "rejected"]},
    "reason": {"type": "string"}, "by": {"$ref": "#/components/schemas/Id"}}}}}},
"Page": {"type": "object",
  "required": ["epoch", "from", "to", "count", "checksum", "has_more", "hub_time", "operations", "envelopes",
    "removals", "chain"],
  "properties": {
    "epoch": {"type": "string"}, "from": {"type": "integer"}, "to": {"type": "integer"},
    "count": {"type": "integer"}, "checksum": {"type": "string"}, "has_more": {"type": "boolean"},
    "hub_time": {"$ref": "#/components/schemas/Instant"},
    "operations": {"type": "array", "items": {"$ref": "#/components/schemas/Operation"}},
    "envelopes": {"type": "array", "items": {"$ref": "#/components/schemas/Envelope"}},
    "removals": {"type": "array", "items": {"$ref": "#/components/schemas/Id"}},
    "chain": {"$ref": "#/components/schemas/ChainMap"}}},
"Chains": {"type": "object", "required": ["epoch", "hub_time", "chains"], "properties": {
  "epoch": {"type": "string"}, "hub_time": {"$ref": "#/components/schemas/Instant"},
  "chains": {"$ref": "#/components/schemas/ChainMap"}}},
"LeaseRequest": {"type": "object", "required": ["request", "occurrence", "places"], "properties": {
  "request": {"$ref": "#/components/schemas/Id"}, "occurrence": {"type": "string"}, "places": {"type": "integer", "minimum": 0}}},
"LeaseAnswer": {"type": "object", "required": ["hub_time"], "properties": {
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "granted": {"type": "object", "required": ["lease", "device", "occurrence", "places", "until"], "properties": {
    "lease": {"type": "string"}, "device": {"$ref": "#/components/schemas/Id"},
    "occurrence": {"type": "string"}, "until": {"$ref": "#/components/schemas/Instant"},
    "places": {"type": "array", "items": {"type": "object", "required": ["slot", "seat"], "properties": {
      "slot": {"type": "integer"}, "seat": {"type": "integer"}}}}}}}},
"EnrolmentRequest": {"type": "object", "required": ["secret", "device", "name", "sign_key", "box_key"],
  "properties": {
    "secret": {"$ref": "#/components/schemas/Bytes"}, "device": {"$ref": "#/components/schemas/Id"},
    "name": {"type": "string"}, "sign_key": {"$ref": "#/components/schemas/Bytes"},
    "box_key": {"$ref": "#/components/schemas/Bytes"}}},
"Enrolment": {"type": "object",
  "required": ["enrolment", "state", "device", "name", "role", "commune", "sign_key", "box_key", "hub_time"],
  "properties": {
    "enrolment": {"type": "string"},
    "state": {"type": "string", "enum": ["pending", "approved", "refused"]},
    "device": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
    "role": {"$ref": "#/components/schemas/Role"}, "commune": {"type": "string"},
    "sign_key": {"$ref": "#/components/schemas/Bytes"}, "box_key": {"$ref": "#/components/schemas/Bytes"},
    "hub_time": {"$ref": "#/components/schemas/Instant"}, "crew_key": {"$ref": "#/components/schemas/Bytes"}}},
"EnrolmentList": {"type": "object", "required": ["hub_time", "enrolments"], "properties": {
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "enrolments": {"type": "array", "items": {"$ref": "#/components/schemas/Enrolment"}}}},
"InvitationRequest": {"type": "object", "required": ["role"], "properties": {
  "role": {"$ref": "#/components/schemas/Role"}, "commune": {"type": "string"}}},
"InvitationAnswer": {"type": "object", "required": ["secret", "until", "hub_time"], "properties": {
  "secret": {"$ref": "#/components/schemas/Bytes"}, "until": {"$ref": "#/components/schemas/Instant"},
  "hub_time": {"$ref": "#/components/schemas/Instant"}}},
"Approval": {"type": "object", "required": ["approved"], "properties": {
  "approved": {"type": "boolean"}, "crew_key": {"$ref": "#/components/schemas/Bytes"}}},
"DeviceList": {"type": "object", "required": ["hub_time", "devices"], "properties": {
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "devices": {"type": "array", "items": {"type": "object",
    "required": ["device", "name", "role", "state", "acked_through"], "properties": {
      "device": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
      "role": {"$ref": "#/components/schemas/Role"}, "commune": {"type": "string"},
      "state": {"type": "string", "enum": ["active", "revoked"]}, "acked_through": {"type": "integer"},
      "unsent": {"type": "integer", "minimum": 0}, "unsent_since": {"$ref": "#/components/schemas/Instant"},
      "wipe_ordered": {"type": "boolean"}, "wiped": {"type": "boolean"}}}}}},
"Revocation": {"type": "object", "required": ["wipe"], "properties": {"wipe": {"type": "boolean"}}},
"RoleChange": {"type": "object", "required": ["role"], "properties": {
  "role": {"$ref": "#/components/schemas/Role"}, "commune": {"type": "string"}}},
"FreePlaces": {"type": "object", "required": ["hub_time", "passages"], "properties": {
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "passages": {"type": "array", "items": {"type": "object",
    "required": ["occurrence", "site", "start", "places", "free"], "properties": {
      "occurrence": {"type": "string"}, "site": {"type": "string"}, "start": {"type": "string"},
      "places": {"type": "integer"}, "free": {"type": "integer"}}}}}},
"AccessLog": {"type": "object", "required": ["hub_time", "entries"], "properties": {
  "hub_time": {"$ref": "#/components/schemas/Instant"},
  "entries": {"type": "array", "items": {"type": "object",
    "required": ["number", "at", "device", "session", "action", "record", "status", "previous", "hash",
      "signature"],
    "properties": {
      "number": {"type": "integer"}, "at": {"$ref": "#/components/schemas/Instant"},
      "device": {"type": "string"}, "session": {"type": "string"}, "action": {"type": "string"},
      "record": {"type": "string"}, "status": {"type": "integer"}, "previous": {"type": "string"},
      "hash": {"type": "string"}, "signature": {"type": "string"}}}}}}
})json";

} // namespace

Json schemas() {
    return Json::parse(text, nullptr, false);
}

} // namespace medicobus::sync::web
