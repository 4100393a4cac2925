// Calls the shop's users with grpc-js, knowing only the .proto files, and prints what it is told.
// Usage: node users.js host:port folder-of-proto-files
'use strict';

const path = require('node:path');
const { promisify } = require('node:util');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');

const [address, folder] = process.argv.slice(2);
const file = 'shop/users/v1/users.proto';

// The two messages of google.rpc that errors are made of.
const rpc = protobuf.parse(`
  syntax = "proto3";
  package google.rpc;
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
`).root;

function messages() {
  const root = new protobuf.Root();
  root.resolvePath = (origin, target) => {
    if (target.startsWith('google/api/')) {
      return null; // options of methods, of no use for messages
    }
    return target.startsWith('google/') ? target : path.join(folder, target);
  };
  return root.loadSync(file);
}

function printDetails(error) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  const types = messages();
  for (const detail of rpc.lookupType('google.rpc.Status').decode(bytes).details) {
    const name = detail.typeUrl.split('/').pop();
    const type = name.startsWith('google.rpc.') ? rpc.lookupType(name) : types.lookupType(name);
    console.log(`detail ${name} ${JSON.stringify(type.toObject(type.decode(detail.value)))}`);
  }
}

async function main() {
  const definition = loader.loadSync(file, { includeDirs: [folder] });
  const shop = grpc.loadPackageDefinition(definition).shop;
  const client = new shop.users.v1.UserService(address, grpc.credentials.createInsecure());
  const createUser = promisify(client.createUser).bind(client);
  const getUser = promisify(client.getUser).bind(client);
  try {
    const created = await createUser({ email: 'ada@example.com', name: 'Ada' });
    console.log(`created ${created.email}`);
    const found = await getUser({ id: created.id });
    console.log(`found ${found.result.email}`);
    const nobody = await getUser({ id: '00000000-0000-0000-0000-000000000000' });
    console.log(nobody.result ? 'somebody' : 'nobody');
    await createUser({ email: 'ada@example.com', name: 'Ada' }).catch((error) => {
      console.log(`refused ${error.code}: ${error.details}`);
      printDetails(error);
    });
  } finally {
    client.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
