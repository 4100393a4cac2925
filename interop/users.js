// Calls the shop's users with grpc-js, knowing only the .proto files, and prints what it is told.
// Usage: node users.js host:port folder-of-proto-files
'use strict';

const { promisify } = require('node:util');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const { details, messages } = require('./errors.js');

const [address, folder] = process.argv.slice(2);
const file = 'shop/users/v1/users.proto';

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
      details(error, messages(folder, file)).forEach((line) => console.log(line));
    });
  } finally {
    client.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
