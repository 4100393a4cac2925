// Serves the prices of the lessons with grpc-js: it makes streams, takes them, and breaks them.
// Says what was given up by the client. Ends when standard input does.
// Usage: node market-grpc.js folder-of-proto-files
'use strict';

const { once } = require('node:events');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const { messages, status } = require('./errors.js');

const [folder] = process.argv.slice(2);
const file = 'prices/v1/prices.proto';
const { prices } = grpc.loadPackageDefinition(loader.loadSync(file, { includeDirs: [folder] }));
const unknown = messages(folder, file).lookupType('prices.v1.UnknownSymbol');

function refusal(symbol) {
  const [code, details] = [grpc.status.NOT_FOUND, `no share ${symbol}`];
  const metadata = new grpc.Metadata();
  metadata.set(
    'grpc-status-details-bin',
    status(code, details, 'prices.v1.UnknownSymbol', unknown, { symbol }),
  );
  return { code, details, metadata };
}

async function history(call) {
  const { symbol } = call.request;
  for (let i = 0; !call.cancelled; i++) {
    if (i === 3 && symbol !== 'ENDLESS') {
      return symbol === 'HALF' ? call.emit('error', refusal(symbol)) : call.end();
    }
    if (!call.write({ symbol, price: `${i}`, quantity: 1 })) {
      await Promise.race([once(call, 'drain'), once(call, 'cancelled')]);
    }
  }
  return console.log(`history of ${symbol} given up`);
}

function upload(call, callback) {
  let trades = 0;
  call.on('data', ({ symbol }) => {
    trades++;
    if (symbol === 'NONE') {
      callback(refusal(symbol));
      call.removeAllListeners('end');
    }
  });
  call.on('end', () => callback(null, { trades, turnover: `${trades * 21}` }));
}

function quotes(call) {
  call.on('data', ({ symbol, on }) => {
    if (symbol === 'NONE') {
      call.emit('error', refusal(symbol));
    } else if (on) {
      call.write({ symbol, price: '10.50' });
    }
  });
  call.on('end', () => call.end());
  call.on('cancelled', () => console.log('quotes given up'));
}

const server = new grpc.Server();
server.addService(prices.v1.PriceService.service, { history, upload, quotes });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  console.log(error ? `${error}` : `ready ${port}`);
});
process.stdin.resume().on('end', () => process.exit(0));
