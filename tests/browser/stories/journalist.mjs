// SPDX-License-Identifier: AGPL-3.0-or-later
// A journalist: filters by province and stage, sorts by cost, takes away exactly what is shown.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { visit, withPage } from '../lib/browser.mjs';
import { parseCsv } from '../lib/csv.mjs';
import { CSV, S } from '../selectors.mjs';

const number = (text) => Number(/\d[\d\u00a0\u202f .,]*/.exec(text ?? '')?.[0].replace(/\D/g, '') ?? NaN);

// “0 projects” may be said in words only.
async function counted(page) {
  const count = page.locator(S.count).first();
  const said = await count.getAttribute('data-count');
  if (said !== null) return Number(said);
  const text = await count.innerText();
  const value = number(/\d+(?:[\u00a0\u202f]\d{3})*/.exec(text)?.[0]);
  return Number.isNaN(value) ? 0 : value;
}

const values = (page, selector) =>
  page.locator(selector).locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));

async function openFilters(page) {
  if (!(await page.locator(S.filterSubmit).isVisible())) await page.locator(`${S.filters} summary`).click();
}

async function filter(env, page, lang, stage) {
  await visit(page, env, env.page('projects').path(lang));
  await openFilters(page);
  const byCost = (await values(page, S.filterSort)).find((value) => S.sortByCost.test(value));
  assert.ok(byCost, 'no way to sort by cost');
  await page.locator(S.filterProvince).selectOption(env.samples.province);
  await page.locator(S.filterStage).selectOption(stage);
  await page.locator(S.filterSort).selectOption(byCost);
  await page.locator(S.filterSubmit).click();
  await page.waitForLoadState('load');
  // A filtered list is an address one can send to a colleague.
  const query = new URL(page.url()).searchParams;
  assert.ok([...query.values()].includes(env.samples.province) && [...query.values()].includes(stage), `the address does not hold the choice: ${page.url()}`);
  assert.equal(await page.locator(S.filterStage).inputValue(), stage, 'the form forgets the choice');
  return counted(page);
}

async function download(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(S.downloadCsv).first().click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  return parseCsv(await readFile(await file.path(), 'utf8'));
}

function sortedByCost({ head, rows }) {
  const column = head.findIndex((name) => CSV.cost.test(name));
  assert.ok(column >= 0, `no cost column among ${head.join(', ')}`);
  // Unknown costs come last, whichever way.
  const costs = rows.map((row) => row[column]).filter(Boolean).map((text) => Number(text.replace(/[^\d.-]/g, '')));
  const wanted = [...costs].sort((a, b) => (CSV.costDown ? b - a : a - b));
  assert.deepEqual(costs, wanted, 'the file is not sorted by cost');
}

async function sameAsShown(page, lang, { head, rows }) {
  const shown = await page.locator(`${S.projectRows} a[href*="/projects/"]`).evaluateAll((links) =>
    [...new Set(links.map((link) => decodeURIComponent(new URL(link.href).pathname.split('/').pop())))]);
  const column = head.findIndex((name) => CSV.ref.test(name));
  assert.ok(column >= 0, `no reference column among ${head.join(', ')}`);
  assert.deepEqual(shown, rows.map((row) => row[column]).slice(0, shown.length), 'the file and the page have another order or other projects');
}

export async function journalist(env, lang, way) {
  return withPage(env, { ...way, acceptDownloads: true }, async (page) => {
    await visit(page, env, env.page('projects').path(lang));
    const all = await counted(page);
    assert.ok(all > 0, 'the list counts no projects');
    const stages = await values(page, S.filterStage);
    assert.ok(stages.length >= 5, `${stages.length} stages to choose from`);

    let best = { count: 0 };
    for (const stage of stages) {
      const count = await filter(env, page, lang, stage);
      if (count > best.count) best = { count, stage };
    }
    assert.ok(best.count > 0 && best.count < all, `filters leave ${best.count} of ${all}`);
    const count = await filter(env, page, lang, best.stage);
    const table = await download(page);
    assert.equal(table.rows.length, count, 'rows in the file and count on the page');
    sortedByCost(table);
    await sameAsShown(page, lang, table);

    const link = await page.locator(S.downloadOc4ids).first().getAttribute('href');
    const response = await env.get(new URL(link, page.url()).href);
    assert.equal(response.status, 200, `${link} answers ${response.status}`);
    const body = await response.json();
    assert.ok(body.projects?.length > 0, 'the OC4IDS file has no projects');
    return `${count} of ${all} projects`;
  });
}
