// Serves the prices of the lessons with connect-node: it makes streams, takes them, and breaks them.
// Says what was given up by the client. Ends when standard input does.
// Usage: node market-connect.js image.binpb 1.1|2
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const { createFileRegistry, fromBinary } = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');
const { Code, ConnectError } = require('@connectrpc/connect');
const { connectNodeAdapter } = require('@connectrpc/connect-node');

const [image, version] = process.argv.slice(2);
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, fs.readFileSync(image)));
const unknown = registry.getMessage('prices.v1.UnknownSymbol');

function refusal(symbol) {
  const details = [{ desc: unknown, value: { symbol } }];
  return new ConnectError(`no share ${symbol}`, Code.NotFound, undefined, details);
}

// Passes a stream on, and says so where that is not read to its end.
async function* told(what, stream) {
  let over = false;
  try {
    yield* stream;
    over = true;
  } catch (error) {
    over = ConnectError.from(error).code === Code.NotFound;
    throw error;
  } finally {
    if (!over) {
      console.log(`${what} given up`);
    }
  }
}

async function* history(symbol) {
  for (let i = 0; i < 3 || symbol === 'ENDLESS'; i++) {
    yield { symbol, price: `${i}`, quantity: 1 };
  }
  if (symbol === 'HALF') {
    throw refusal(symbol);
  }
}

async function upload(trades) {
  let count = 0;
  for await (const { symbol } of trades) {
    count++;
    if (symbol === 'NONE') {
      throw refusal(symbol);
    }
  }
  return { trades: count, turnover: `${count * 21}` };
}

async function* quotes(subscriptions) {
  for await (const { symbol, on } of subscriptions) {
    if (symbol === 'NONE') {
      throw refusal(symbol);
    }
    if (on) {
      yield { symbol, price: '10.50' };
    }
  }
}

const prices = {
  history: ({ symbol }) => told(`history of ${symbol}`, history(symbol)),
  upload,
  quotes: (subscriptions) => told('quotes', quotes(subscriptions)),
};

const handler = connectNodeAdapter({
  routes: (router) => router.service(registry.getService('prices.v1.PriceService'), prices),
});
const server = version === '2' ? http2.createServer(handler) : http.createServer(handler);
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
