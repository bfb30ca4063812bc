// SPDX-License-Identifier: AGPL-3.0-or-later
// Addresses for machines and the front door, asked without a browser.
import assert from 'node:assert/strict';
import { parseCsv } from '../lib/csv.mjs';
import { titleOf } from '../lib/html.mjs';
import { none } from '../lib/expect.mjs';

async function ask(env, path, type) {
  const response = await env.get(path);
  assert.equal(response.status, 200, `${path} answers ${response.status}`);
  assert.match(response.headers.get('content-type') ?? '', type, `${path} is ${response.headers.get('content-type')}`);
  assert.equal(response.headers.get('set-cookie'), null, `${path} sets a cookie`);
  return response.text();
}

async function frontDoor(env) {
  // Arabic first: also for a phone set to a language we do not have. French when French is asked for.
  const doors = [['ar-MA,ar;q=0.9', 'ar'], ['de-DE,de;q=0.9', 'ar'], ['*', 'ar'], ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'], ['zgh', 'zgh'], ['ary', 'ary'], ['en-GB', 'en']];
  for (const [accept, lang] of doors) {
    const response = await env.get('/', { headers: { 'accept-language': accept } });
    assert.ok([302, 303, 307].includes(response.status), `/ answers ${response.status}`);
    assert.equal(new URL(response.headers.get('location'), env.origin).pathname, `/${lang}/`, `Accept-Language: ${accept}`);
    assert.match(response.headers.get('vary') ?? '', /accept-language/i, 'no Vary: Accept-Language: caches would mix languages');
    assert.equal(response.headers.get('set-cookie'), null, '/ sets a cookie');
  }
}

async function oc4ids(env) {
  const body = JSON.parse(await ask(env, '/data/projects.oc4ids.json', /json/));
  assert.match(String(body.version), /^0\.9/, `OC4IDS version ${body.version}`);
  assert.ok(body.projects?.length > 0, 'no projects');
  none(body.projects.filter((project) => !/^oc4ids-[a-z0-9]{6}-/.test(project.id ?? '')).map((project) => `id ${project.id}`), 'OC4IDS ids without a prefix');
  assert.equal(new Set(body.projects.map((project) => project.id)).size, body.projects.length, 'ids repeat');
  return `${body.projects.length} projects`;
}

async function csv(env) {
  const { head, rows } = parseCsv(await ask(env, '/data/projects.csv', /text\/csv/));
  assert.ok(head.length > 3 && rows.length > 0, `${head.length} columns, ${rows.length} rows`);
  none(rows.filter((row) => row.length !== head.length).map((row) => row.join(' | ').slice(0, 120)), 'rows of another length');
  // A spreadsheet runs a cell that starts so; numbers and dates are not at risk.
  none(rows.flat().filter((cell) => /^[=+@\t\r]|^-(?![\d.,\s\u00a0\u202f]*$)/.test(cell)).slice(0, 12), 'cells a spreadsheet would run');
  return `${rows.length} rows`;
}

async function api(env, path) {
  let next = path;
  let items = 0;
  for (let page = 0; next && page < 50; page += 1) {
    const body = JSON.parse(await ask(env, next, /^application\/json/));
    assert.deepEqual(Object.keys(body).sort(), ['items', 'next'], `${next} has ${Object.keys(body)}`);
    assert.ok(Array.isArray(body.items) && (body.next === null || body.next.startsWith('/api/v1/')), `next is ${body.next}`);
    items += body.items.length;
    next = body.next;
  }
  assert.equal(next, null, 'the list has no end');
  assert.ok(items > 0, 'no items');
  return `${items} items`;
}

// A wrong turn keeps the language and offers ways on.
async function lost(env) {
  for (const lang of env.langs) {
    for (const path of [`/${lang}/no-such-page`, `/${lang}/projects/NO-SUCH-PROJECT`, `/${lang}/places/99.999`]) {
      const response = await env.get(path);
      assert.equal(response.status, 404, `${path} answers ${response.status}`);
      const html = await response.text();
      assert.match(html, new RegExp(`<html[^>]*\\blang="${lang}(-|")`), `${path} is not in ${lang}`);
      assert.ok(titleOf(html), `${path} has no title`);
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      const ways = [...main.matchAll(/<a\s[^>]*href/g)].length + [...main.matchAll(/<form\b/g)].length;
      assert.ok(ways >= 2, `${path} offers ${ways} ways on in main`);
    }
  }
  const outside = await env.get('/xx/');
  assert.equal(outside.status, 404, `/xx/ answers ${outside.status}`);
}

export const tasks = (env) => env.scope === 'shots' ? [] : [
  { name: 'data front-door', run: () => frontDoor(env) },
  { name: 'data oc4ids', run: () => oc4ids(env) },
  { name: 'data csv', run: () => csv(env) },
  { name: 'data api places', run: () => api(env, '/api/v1/places') },
  { name: 'data api projects', run: () => api(env, '/api/v1/projects') },
  { name: 'data lost', run: () => lost(env) },
];
