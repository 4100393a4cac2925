// Opens the shop's documents in Chromium, and calls the shop from a page of another origin.
// Usage: node browser.js http://host:port
'use strict';

const http = require('node:http');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { chromium } = require('playwright-core');

const shop = process.argv[2];
const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function documents(context) {
  const page = await context.newPage();
  const elsewhere = [];
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(shop) && !request.url().startsWith('data:')) {
      elsewhere.push(request.url());
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${shop}/docs`);
  await page.locator('.opblock').first().waitFor();
  console.log(`title ${await page.title()}`);
  console.log(`tags ${(await page.locator('.opblock-tag a').allTextContents()).join()}`);
  console.log(`operations ${(await page.locator('.opblock').count()) >= 12}`);
  await page.locator('#operations-UserService-UserService_CreateUser .opblock-summary').click();
  await page.locator('.opblock.is-open .responses-table').first().waitFor();
  console.log(`answers ${await page.locator('.opblock.is-open tr.response').count()}`);
  console.log(`elsewhere ${elsewhere.join() || 'nothing'}`);
  console.log(`complaints ${complaints.join() || 'none'}`);
}

async function otherOrigin(context) {
  const server = http.createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Other</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const told = await page.evaluate(async (base) => {
    const created = await fetch(`${base}/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'a' },
      body: JSON.stringify({ email: 'tim@example.com', name: 'Tim' }),
    });
    const location = created.headers.get('location');
    const removed = await fetch(base + location, { method: 'DELETE' });
    return `${created.status} ${(await created.json()).name} ${removed.status}`;
  }, shop);
  console.log(`other origin ${told}`);
  server.close();
}

async function main() {
  const executablePath = EXECUTABLES.find((each) => fs.existsSync(each));
  if (!executablePath) {
    throw new Error(`no Chromium (expected: one of ${EXECUTABLES.join()}); install it: chromium`);
  }
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    await documents(context);
    await otherOrigin(context);
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
