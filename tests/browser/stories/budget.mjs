// SPDX-License-Identifier: AGPL-3.0-or-later
// Three people read the budget: a farmer who wants to know what comes to her province, a councillor who asks whether the
// law was kept, a reporter who wants the lines.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { parseCsv } from '../lib/csv.mjs';
import { S } from '../selectors.mjs';

const WORD = { ar: 'طريق', fr: 'route' };

async function go(page, link, wanted) {
  await Promise.all([page.waitForURL((url) => wanted.test(decodeURIComponent(url.href))), link.click()]);
  await page.waitForLoadState('load');
  assert.ok((await page.locator('h1').innerText()).trim(), `${page.url()} has an empty heading`);
}

const count = async (page) => Number(await page.locator(S.count).first().getAttribute('data-count'));

export async function farmer(env, lang, way) {
  return withPage(env, way, async (page) => {
    await visit(page, env, env.page('home').path(lang));
    await go(page, page.locator(`${S.nav} a[href$="/budget"]`), /\/budget$/);
    const knots = await page.locator('.rug use').count();
    assert.equal(knots, 100, `the carpet has ${knots} knots`);
    assert.ok((await page.locator('[role="img"]').first().getAttribute('aria-label')).length > 20, 'the carpet says nothing to those who do not see it');

    await page.locator('#place ~ form select').selectOption(env.samples.province);
    await go(page, page.locator('#place ~ form button'), new RegExp(`place=${env.samples.province}`));
    const here = page.locator(`section[aria-labelledby="place"] td a[href*="place=${env.samples.province}"]`).first();
    assert.ok(/\d/.test(await here.innerText()), 'nothing is said of her province');
    await go(page, here, /\/lines\?/);
    assert.ok((await count(page)) > 0, 'no line stands behind the figure');

    await page.goBack();
    await page.locator('input[name="understood"][value="no"]').check();
    await page.locator('textarea[name="text"]').fill(`? ${lang} ${Date.now()}`);
    await go(page, page.locator('section[aria-labelledby="say"] button'), /\/thanks$/);
    assert.ok(await page.locator('main .note--good').isVisible(), 'nobody thanks her');
    return 'her province, its lines, and what she asks';
  });
}

export async function councillor(env, lang, way) {
  const { year, chapter } = env.samples;
  return withPage(env, way, async (page) => {
    await visit(page, env, env.page('budget').path(lang));
    await go(page, page.locator('main a[href$="/law"]').first(), /\/law$/);
    const ruled = await page.locator('main li.panel').count();
    assert.equal(ruled, 34, `${ruled} rules of the law are shown`);
    const articles = await page.locator('main li.panel .law').count();
    assert.equal(articles, ruled, 'a rule does not say where it stands');

    await go(page, page.locator(`main a[href$="/budget/${year}"]`).last(), new RegExp(`/budget/${year}$`));
    await go(page, page.locator('section[aria-labelledby="changed"] p a').last(), /\/compare\?with=\d+/);
    assert.ok((await page.locator('section[aria-labelledby="chapters"] tbody tr').count()) > 3, 'no chapters are compared');
    await go(page, page.locator(`section[aria-labelledby="chapters"] a[href$="/in/${chapter}"]`), new RegExp(`/in/${chapter}$`));
    assert.ok((await page.locator('section[aria-labelledby="years"] tbody tr').count()) > 2, 'the chapter has no other years');
    return `${ruled} rules, two years, one chapter`;
  });
}

export async function reporter(env, lang, way) {
  const { year } = env.samples;
  return withPage(env, way, async (page) => {
    await visit(page, env, `/${lang}/budget/${year}/lines`);
    const all = await count(page);
    await page.locator('#f-q').fill(WORD[lang]);
    await go(page, page.locator(S.filterSubmit), /q=/);
    const found = await count(page);
    assert.ok(found > 0 && found < all, `${found} of ${all} lines have the word`);

    const href = await page.locator('.get a[href*=".csv"]').first().getAttribute('href');
    const answer = await page.request.get(env.url(href));
    assert.equal(parseCsv(await answer.text()).rows.length, found, 'the file has other lines than the page');

    await go(page, page.locator('main .tbl--fold tbody th a').first(), /\/lines\/[^?]+$/);
    const around = page.locator('section[aria-labelledby="path"] .time a').last();
    const name = (await around.innerText()).trim();
    await go(page, around, /\/in\//);
    assert.equal((await page.locator('h1').innerText()).trim(), name, 'the way up leads elsewhere');
    return `${found} of ${all} lines`;
  });
}
