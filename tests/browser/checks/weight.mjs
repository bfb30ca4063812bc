// SPDX-License-Identifier: AGPL-3.0-or-later
// A page costs at most 50 KB on the wire, photos aside, and asks nobody else for anything.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';

// The stricter reading of "50 KB". Response headers are counted: the phone pays for them too.
const BUDGET = 50_000;
const PHOTO = /^image\/(jpeg|png|webp|avif)/;

async function run(env, spec, lang) {
  return withPage(env, {}, async (page, seen, context) => {
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    const requests = new Map();
    wire.on('Network.responseReceived', ({ requestId, response }) =>
      requests.set(requestId, { url: response.url, mime: response.mimeType, bytes: 0 }));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
    });
    await visit(page, env, spec.path(lang), spec.status);
    await page.waitForLoadState('networkidle');

    none([...new Set(seen.foreign)], 'requests to another origin');
    // The site icon is fetched once per browser, not once per page.
    const icons = new Set(await page.evaluate(() => [...document.querySelectorAll('link[rel~="icon"]')].map((link) => link.href)));
    icons.add(env.url('/favicon.ico'));
    const counted = [...requests.values()].filter(({ mime, url }) => !PHOTO.test(mime) && url.startsWith('http') && !icons.has(url));
    const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.ok(total > 0, 'nothing was measured');
    const parts = counted.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`);
    assert.ok(total <= BUDGET, `${total} bytes, at most ${BUDGET}\n${parts.join('\n')}`);
    return `${(total / 1000).toFixed(1)} KB in ${counted.length} requests`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.pages.filter(({ past }) => env.prove || !past).flatMap((spec) =>
    env.langs.map((lang) => ({ name: `weight ${lang} ${spec.id}`, run: () => run(env, spec, lang) })));
