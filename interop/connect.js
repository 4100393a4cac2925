// Calls the shop's users with connect-node by each of its protocols, knowing only the descriptors of
// the .proto files, and prints what it is told.
// Usage: node connect.js http://host:port image.binpb
'use strict';

const fs = require('node:fs');
const { createFileRegistry, fromBinary } = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');
const { createClient, Code, ConnectError } = require('@connectrpc/connect');
const connect = require('@connectrpc/connect-node');

const [baseUrl, image] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, fs.readFileSync(image)));
const users = registry.getService('shop.users.v1.UserService');
const emailTaken = registry.getMessage('shop.users.v1.EmailTaken');

const transports = [];
for (const httpVersion of ['1.1', '2']) {
  for (const useBinaryFormat of [true, false]) {
    const format = useBinaryFormat ? 'binary' : 'json';
    const options = { baseUrl, httpVersion, useBinaryFormat };
    transports.push([`connect ${format} ${httpVersion}`, connect.createConnectTransport(options)]);
  }
  transports.push([
    `connect get ${httpVersion}`,
    connect.createConnectTransport({ baseUrl, httpVersion, useHttpGet: true }),
  ]);
  transports.push([
    `grpc-web ${httpVersion}`,
    connect.createGrpcWebTransport({ baseUrl, httpVersion }),
  ]);
}
transports.push(['grpc 2', connect.createGrpcTransport({ baseUrl, httpVersion: '2' })]);

async function call(name, transport) {
  const client = createClient(users, transport);
  const email = `${name.replaceAll(' ', '-')}@example.com`;
  const created = await client.createUser({ email, name: 'Ada' });
  const found = await client.getUser({ id: created.id });
  const nobody = await client.getUser({ id: '00000000-0000-0000-0000-000000000000' });
  let refused;
  try {
    await client.createUser({ email, name: 'Ada' });
  } catch (error) {
    refused = ConnectError.from(error);
  }
  const [detail] = refused.findDetails(emailTaken);
  console.log(
    `${name}: ${found.result.email}, ${nobody.result ? 'somebody' : 'nobody'},`,
    `${Code[refused.code]} ${refused.rawMessage}, ${detail.$typeName} ${detail.email}`,
  );
}

async function main() {
  for (const [name, transport] of transports) {
    await call(name, transport);
  }
}

main().then(
  () => process.exit(0), // sessions of HTTP/2 would keep it for minutes
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
