// SPDX-License-Identifier: AGPL-3.0-or-later
// A citizen asks which projects are late, and which of these one organisation pays or builds.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { LATE_WORDS, S } from '../selectors.mjs';

const counted = async (page) => Number(await page.locator(S.count).first().getAttribute('data-count'));

async function filter(page, choices) {
  if (!(await page.locator(S.filterSubmit).isVisible())) await page.locator(`${S.filters} summary`).click();
  for (const [selector, value] of choices) await page.locator(selector).selectOption(value);
  const from = page.url();
  await Promise.all([page.waitForURL((url) => url.href !== from), page.locator(S.filterSubmit).click()]);
  await page.waitForLoadState('load');
  for (const [selector, value] of choices) {
    assert.ok([...new URL(page.url()).searchParams.values()].includes(value), `the address does not hold ${value}: ${page.url()}`);
    assert.equal(await page.locator(selector).inputValue(), value, 'the form forgets the choice');
  }
  return counted(page);
}

export async function citizen(env, lang, way) {
  return withPage(env, way, async (page) => {
    await visit(page, env, env.page('projects').path(lang));
    const all = await counted(page);
    const late = await filter(page, [[S.filterState, 'late']]);
    assert.ok(late > 0 && late < all, `${late} of ${all} projects are late`);
    const rows = await page.locator(`${S.projectRows}:has(a[href*="/projects/"])`).allInnerTexts();
    assert.ok(rows.length > 0, 'late projects are counted and not shown');
    for (const row of rows) assert.match(row, LATE_WORDS[lang], `among the late projects: ${row.replace(/\s+/g, ' ').slice(0, 80)}`);

    const paid = await filter(page, [[S.filterState, 'late'], [S.filterOrganisation, env.samples.organisation]]);
    assert.ok(paid > 0 && paid <= late, `${paid} of ${late} late projects are paid by ${env.samples.organisation}`);
    // A builder comes from its own page: the choice stays while another is added.
    await visit(page, env, `/${lang}/projects?organisation=${env.samples.builder}`);
    const built = await counted(page);
    const both = await filter(page, [[S.filterState, 'late']]);
    assert.equal(new URL(page.url()).searchParams.get('organisation'), env.samples.builder, 'the builder is forgotten');
    assert.ok(both > 0 && both < built, `${both} of ${built} projects of ${env.samples.builder} are late`);
    assert.ok(await page.locator(`${S.projectRows} a[href$="/${env.samples.road}"]`).count(), `${env.samples.road} is late, built by ${env.samples.builder}, and not in the list`);
    for (const state of ['silent', 'ahead']) {
      await visit(page, env, env.page('projects').path(lang));
      const count = await filter(page, [[S.filterState, state]]);
      assert.ok(count < all, `${state}: ${count} of ${all} projects`);
    }
    return `${late} of ${all} projects are late, ${both} of one builder`;
  });
}
