// What a grpc-js error says beside its code and message: the declared error and the google.rpc.ErrorInfo.
'use strict';

const path = require('node:path');
const protobuf = require('protobufjs');

// The messages of google.rpc that errors are made of.
const rpc = protobuf.parse(`
  syntax = "proto3";
  package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
`).root;

// The messages of a .proto file below the folder.
function messages(folder, file) {
  const root = new protobuf.Root();
  root.resolvePath = (origin, target) => {
    if (target.startsWith('google/api/')) {
      return null; // options of methods, of no use for messages
    }
    return target.startsWith('google/') ? target : path.join(folder, target);
  };
  return root.loadSync(file);
}

// Lines of text, one for each detail.
function details(error, types) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  return rpc.lookupType('google.rpc.Status').decode(bytes).details.map((detail) => {
    const name = detail.typeUrl.split('/').pop();
    const type = name.startsWith('google.rpc.') ? rpc.lookupType(name) : types.lookupType(name);
    return `detail ${name} ${JSON.stringify(type.toObject(type.decode(detail.value)))}`;
  });
}

// The value of grpc-status-details-bin for one declared error.
function status(code, message, name, type, value) {
  const detail = {
    typeUrl: `type.googleapis.com/${name}`,
    value: type.encode(type.create(value)).finish(),
  };
  return Buffer.from(
    rpc.lookupType('google.rpc.Status').encode({ code, message, details: [detail] }).finish(),
  );
}

module.exports = { messages, details, status };
