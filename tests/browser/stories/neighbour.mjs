// SPDX-License-Identifier: AGPL-3.0-or-later
// The president of the association asks who builds in her commune: from a project to its contractor, to what else it builds.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { S } from '../selectors.mjs';

const paths = (page, selector) =>
  page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => decodeURIComponent(new URL(link.href).pathname)))]);

async function go(page, link, wanted) {
  await Promise.all([page.waitForURL((url) => wanted.test(decodeURIComponent(url.href))), link.click()]);
  await page.waitForLoadState('load');
  assert.ok((await page.locator('h1').innerText()).trim(), `${page.url()} has an empty heading`);
}

export async function neighbour(env, lang, way) {
  const { road, builder } = env.samples;
  return withPage(env, way, async (page) => {
    await visit(page, env, env.page('commune').path(lang));
    await go(page, page.locator(`main a[href$="/projects/${road}"]`).first(), new RegExp(`/projects/${road}$`));

    const link = page.locator(`${S.builder}[href$="/${builder}"]`).first();
    assert.ok(await link.isVisible(), 'the contracts do not name who builds, or do not lead there');
    const name = (await link.innerText()).trim();
    await go(page, link, new RegExp(`/${lang}/organisations/${builder}$`));
    assert.equal((await page.locator('h1').innerText()).trim(), name, 'the contractor has another name on its own page');

    const built = await paths(page, S.organisationProjects);
    assert.ok(built.includes(`/${lang}/projects/${road}`), 'the road is not among what it builds');
    const other = built.find((path) => !path.endsWith(road));
    assert.ok(other, 'it builds nothing else');
    await go(page, page.locator(`${S.organisationProjects}[href$="${other}"]`).first(), new RegExp(`${other}$`));
    assert.ok((await paths(page, S.organisationLink)).includes(`/${lang}/organisations/${builder}`), `${other} does not name ${builder}`);

    // The same projects as a list, to be filtered further.
    await page.goBack();
    await go(page, page.locator(S.organisationList).first(), /\/projects\?/);
    assert.equal(Number(await page.locator(S.count).first().getAttribute('data-count')), built.length, 'the list and the page of the contractor count other projects');
    return `${built.length} projects of ${builder}`;
  });
}
