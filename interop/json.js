// Compares JSON with that of @bufbuild/protobuf, knowing only the descriptors, and prints what
// differs and how many messages were compared.
// Usage: node json.js descriptors.binpb messages.jsonl
// Each line: {"type": full name, "binary": the message in base64, "json": the same as JSON text}.
'use strict';

const fs = require('node:fs');
const {
  createFileRegistry,
  fromBinary,
  fromJsonString,
  toBinary,
  toJson,
} = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');

const [descriptors, messages] = process.argv.slice(2);
const registry = createFileRegistry(
  fromBinary(FileDescriptorSetSchema, fs.readFileSync(descriptors)),
);

// Numbers are the same if they are as floats: there they have fewer digits in Java.
function same(a, b) {
  if (typeof a === 'number' && typeof b === 'number') {
    return Object.is(a, b) || Object.is(Math.fround(a), Math.fround(b));
  }
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return a === b;
  }
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  );
}

let compared = 0;
for (const line of fs.readFileSync(messages, 'utf8').split('\n').filter(Boolean)) {
  const { type, binary, json } = JSON.parse(line);
  const schema = registry.getMessage(type);
  const theirs = toJson(schema, fromBinary(schema, Buffer.from(binary, 'base64')), { registry });
  if (!same(theirs, JSON.parse(json))) {
    console.log(`${type} differs:\n  ${json}\n  ${JSON.stringify(theirs)}`);
    process.exitCode = 1;
  }
  const read = fromJsonString(schema, json, { registry });
  if (!same(toJson(schema, read, { registry }), theirs)) {
    console.log(`${type} is read as another message:\n  ${json}`);
    process.exitCode = 1;
  }
  toBinary(schema, read);
  compared++;
}
console.log(`compared ${compared}`);
