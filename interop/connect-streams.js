// Reads and sends streams with connect-node by each of its protocols, knowing only the descriptors of
// the .proto files, and prints what it is told.
// Usage: node connect-streams.js http://host:port image.binpb
'use strict';

const fs = require('node:fs');
const { createFileRegistry, fromBinary } = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');
const { createClient, Code, ConnectError } = require('@connectrpc/connect');
const connect = require('@connectrpc/connect-node');

const [baseUrl, image] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, fs.readFileSync(image)));
const unknown = registry.getMessage('prices.v1.UnknownSymbol');

const transports = [];
for (const httpVersion of ['1.1', '2']) {
  for (const useBinaryFormat of [true, false]) {
    const format = useBinaryFormat ? 'binary' : 'json';
    const options = { baseUrl, httpVersion, useBinaryFormat };
    transports.push([`connect ${format} ${httpVersion}`, connect.createConnectTransport(options)]);
    transports.push([`grpc-web ${format} ${httpVersion}`, connect.createGrpcWebTransport(options)]);
  }
}
transports.push(['grpc 2', connect.createGrpcTransport({ baseUrl, httpVersion: '2' })]);

// How a stream or a call ends: code, message and the declared error.
async function end(task) {
  try {
    await task();
    return 'end';
  } catch (thrown) {
    const error = ConnectError.from(thrown);
    const [detail] = error.findDetails(unknown);
    const declared = detail ? ` (${detail.$typeName} ${detail.symbol})` : '';
    return `${Code[error.code]}${declared}`;
  }
}

async function watch(users, name) {
  const host = `${name.replaceAll(' ', '-')}.example`;
  await users.createUser({ email: `ada@${host}`, name: 'Ada' });
  const given = new AbortController();
  const seen = [];
  const how = await end(async () => {
    const watched = users.watchUsers({ host, existing: true }, { signal: given.signal });
    for await (const user of watched) {
      seen.push(user.name);
      if (user.name === 'Ada') {
        await users.createUser({ email: `bob@${host}`, name: 'Bob' });
      } else {
        given.abort();
      }
    }
  });
  const late = await end(async () => {
    for await (const user of users.watchUsers({ existing: false }, { timeoutMs: 500 })) {
      seen.push(user.name); // nobody registers now
    }
  });
  return `watched ${seen} ${how}, in time ${late}`;
}

async function history(market, symbol, most) {
  const given = new AbortController();
  let count = 0;
  const how = await end(async () => {
    for await (const trade of market.history({ symbol }, { signal: given.signal })) {
      count += trade.quantity / 2;
      if (count === most) {
        given.abort();
        break;
      }
    }
  });
  return `${symbol} ${count} ${how}`;
}

async function upload(market, symbol, count) {
  async function* trades() {
    for (let i = 0; i < count; i++) {
      yield { symbol, price: '10.50', quantity: 2 };
    }
  }
  let turnover = '';
  const how = await end(async () => {
    turnover = (await market.upload(trades())).turnover;
  });
  return `uploaded ${turnover}${how}`;
}

// Each quote leads to the next subscription, the last one of these: 'end', 'NONE' or 'abort'.
async function quotes(market, last) {
  const given = new AbortController();
  const answered = [];
  let wake = () => {};
  async function* subscriptions() {
    yield { symbol: 'ACME', on: true };
    await new Promise((resolve) => (wake = resolve));
    if (last === 'NONE') {
      yield { symbol: 'NONE', on: true };
    } else if (last === 'abort') {
      given.abort();
    }
  }
  const how = await end(async () => {
    for await (const quote of market.quotes(subscriptions(), { signal: given.signal })) {
      answered.push(`${quote.symbol} ${quote.price}`);
      wake();
    }
  });
  return `${answered} ${how}`;
}

async function main() {
  for (const [name, transport] of transports) {
    const users = createClient(registry.getService('shop.users.v1.UserService'), transport);
    const market = createClient(registry.getService('prices.v1.PriceService'), transport);
    console.log(`${name}: ${await watch(users, name)}`);
    console.log(`${name}: ${await upload(market, 'ACME', 100)}, ${await upload(market, 'NONE', 100)}`);
    for (const [symbol, most] of [['HALF'], ['NONE'], ['ENDLESS', 1000]]) {
      console.log(`${name}: ${await history(market, symbol, most)}`);
    }
    if (name.endsWith('2')) {
      for (const last of ['end', 'NONE', 'abort']) {
        console.log(`${name}: quotes ${last}: ${await quotes(market, last)}`);
      }
    }
  }
}

main().then(
  () => process.exit(0), // sessions of HTTP/2 would keep it for minutes
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
