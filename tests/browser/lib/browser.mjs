// SPDX-License-Identifier: AGPL-3.0-or-later
// Chromium, one fresh context per check, with a watch on everything a page must not do.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS });

// A small Android phone, as most people here hold: `hasTouch` also switches to coarse-pointer rules.
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 900 } };

// Messages quote whole data addresses: keep the start, which names the thing, and the end, which names the rule.
const brief = (text) => (text.length > 240 ? `${text.slice(0, 80)} … ${text.slice(-150)}` : text).replace(/\s+/g, ' ');

function watch(page, env) {
  const seen = { errors: [], foreign: [], cookies: [], responses: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push({ text: brief(message.text()), url: message.location().url });
  });
  page.on('pageerror', (error) => seen.errors.push({ text: `script error: ${error.message}`, url: page.url() }));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return;
    if (new URL(url).origin !== env.origin) seen.foreign.push(url);
  });
  page.on('response', (response) => seen.responses.push(response));
  return seen;
}

// Headers come later than the event; ask for them when the page is done.
export async function cookiesSet(seen) {
  const found = [];
  for (const response of seen.responses) {
    const headers = await response.headersArray().catch(() => []);
    for (const { name, value } of headers) {
      if (name.toLowerCase() === 'set-cookie') found.push(`${response.url()}: ${value.split('=')[0]}`);
    }
  }
  return found;
}

export async function withPage(env, options, body) {
  const context = await env.browser.newContext({ ...DESK, ...options });
  context.setDefaultTimeout(8_000);
  context.setDefaultNavigationTimeout(20_000);
  try {
    const page = await context.newPage();
    return await body(page, watch(page, env), context);
  } finally {
    await context.close();
  }
}

export async function visit(page, env, path, status = 200) {
  const response = await page.goto(env.url(path), { waitUntil: 'load' });
  assert.equal(response.status(), status, `${path} answers ${response.status()}, expected ${status}`);
  return response;
}

// Looks at every page of a language; `look` gives the faults it sees. One page that does not answer does not hide the others.
export async function survey(env, lang, page, look) {
  const problems = [];
  for (const spec of env.pages) {
    let faults;
    try {
      const response = await visit(page, env, spec.path(lang), spec.status);
      faults = await look(spec, response);
    } catch (error) {
      faults = [error.message.split('\n')[0]];
    }
    problems.push(...faults.map((text) => `${spec.id}: ${text}`));
  }
  return problems;
}

// Closed panels hide faults: open them all and look again.
export const openAll = (page) =>
  page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
