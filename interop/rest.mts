// Calls the shop over REST with a client whose types are made from the shop's OpenAPI document: what
// does not fit the document does not compile.
// Usage: node rest.mjs http://host:port
import createClient from 'openapi-fetch';
import type { components, paths } from './shop.js';

type User = components['schemas']['shop.users.v1.User'];

const client = createClient<paths>({ baseUrl: process.argv[2] });

function expected<T>(result: { data?: T; error?: unknown }): T {
  if (result.data === undefined) {
    throw new Error(`refused: ${JSON.stringify(result.error)}`);
  }
  return result.data;
}

const created = await client.POST('/users', {
  body: { email: 'grace@example.com', name: 'Grace' },
});
const user: User = expected(created);
console.log(`created ${created.response.status} ${user.email} ${user.name}`);
console.log(`location ${created.response.headers.get('location') === `/users/${user.id}`}`);

const params = { path: { id: user.id } };
const found = expected(await client.GET('/users/{id}', { params }));
console.log(`found ${found.name}`);

const changed = await client.PUT('/users/{id}', {
  params,
  body: { email: 'grace@example.com', name: 'Grace Hopper' },
});
console.log(`changed ${expected(changed).name}`);

const page = expected(await client.GET('/users', { params: { query: { limit: 10 } } }));
console.log(`listed ${page.items.map((each) => each.name).join()} ${page.more}`);

const again = await client.POST('/users', {
  body: { email: 'grace@example.com', name: 'Grace' },
});
console.log(`refused ${again.error?.status} ${again.error?.code} ${again.error?.reason}`);

const ordered = await client.POST('/orders', {
  params: { header: { 'idempotency-key': 'one' } },
  body: { user: user.id, currency: 'EUR', lines: [{ sku: 'nothing', quantity: 1 }] },
});
console.log(`refused ${ordered.error?.status} ${ordered.error?.reason}`);

const removed = await client.DELETE('/users/{id}', { params });
console.log(`removed ${removed.response.status}`);

const nobody = await client.GET('/users/{id}', { params });
console.log(`nobody ${nobody.error?.status} ${nobody.error?.absent}`);
