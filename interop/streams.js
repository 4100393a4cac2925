// Consumes and sends streams with grpc-js, knowing only the .proto files, and prints what it is told.
// Usage: node streams.js host:port folder-of-proto-files
'use strict';

const { promisify } = require('node:util');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const { details, messages } = require('./errors.js');

const [address, folder] = process.argv.slice(2);
const files = ['shop/users/v1/users.proto', 'prices/v1/prices.proto'];
const definition = loader.loadSync(files, { includeDirs: [folder] });
const { prices, shop } = grpc.loadPackageDefinition(definition);
const credentials = grpc.credentials.createInsecure();
const users = new shop.users.v1.UserService(address, credentials);
const market = new prices.v1.PriceService(address, credentials);
const types = messages(folder, files[1]);

// Reads all of it; what each element leads to may be told. Resolves to the status that it ends with.
function read(call, each) {
  return new Promise((resolve) => {
    call.on('data', each);
    call.on('error', () => {}); // it is in the status
    call.on('status', (status) => setImmediate(resolve, status));
  });
}

function tell(what, status) {
  console.log(`${what} ${status.code}${status.code ? `: ${status.details}` : ''}`);
  if (status.metadata.get('grpc-status-details-bin').length) {
    details(status, types).forEach((line) => console.log(line));
  }
}

async function watch() {
  const register = promisify(users.createUser).bind(users);
  await register({ email: 'ada@example.com', name: 'Ada' });
  const call = users.watchUsers({ existing: true });
  const status = await read(call, async (user) => {
    console.log(`watched ${user.name}`);
    if (user.name === 'Ada') {
      await register({ email: 'bob@example.com', name: 'Bob' });
    } else {
      call.cancel();
    }
  });
  tell('watch ended', status);
  const late = users.watchUsers({ existing: false }, { deadline: Date.now() + 500 });
  console.log(`watch in time ended ${(await read(late, () => {})).code}`);
}

async function history(symbol, most) {
  const call = market.history({ symbol });
  let count = 0;
  const status = await read(call, () => {
    if (++count === most) {
      call.cancel();
    }
  });
  tell(`history of ${symbol}: ${most ? 'many' : count} trades, ended`, status);
}

async function upload(symbol, count) {
  const trade = { symbol, price: '10.50', quantity: 2 };
  const answer = await new Promise((resolve) => {
    const call = market.upload((error, summary) => resolve(error ?? summary));
    call.on('error', () => {});
    for (let i = 0; i < count; i++) {
      call.write(trade);
    }
    call.end();
  });
  if (answer instanceof Error) {
    tell(`upload of ${symbol}`, answer);
  } else {
    console.log(`uploaded ${answer.trades} for ${answer.turnover}`);
  }
}

// Each quote leads to the next subscription; the last is one that is refused, the end, or to give up.
async function quotes(last) {
  const call = market.quotes();
  const next = {
    ACME: () => {
      call.write({ symbol: 'ACME', on: false });
      call.write({ symbol: 'BOLT', on: true });
    },
    BOLT: () => last(call),
  };
  call.write({ symbol: 'ACME', on: true });
  const status = await read(call, (quote) => {
    console.log(`${quote.symbol} ${quote.price}`);
    next[quote.symbol]();
  });
  tell('quotes ended', status);
}

async function main() {
  await watch();
  await upload('ACME', 1000);
  await upload('BOLT', 1);
  await upload('NONE', 1000);
  await history('ACME', 0);
  await history('NONE', 0);
  await history('HALF', 0);
  await history('ENDLESS', 1000);
  await quotes((call) => call.end());
  await quotes((call) => call.write({ symbol: 'NONE', on: true }));
  await quotes((call) => call.cancel());
}

main().then(
  () => {
    users.close();
    market.close();
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
