// SPDX-License-Identifier: AGPL-3.0-or-later
// The president of an association: types a word as she writes it, with or without accents, and finds it.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { S, SEARCHES } from '../selectors.mjs';

async function search(env, page, lang, words) {
  await visit(page, env, env.page('about').path(lang));
  const form = page.locator(S.searchForm).first();
  await form.locator(S.searchInput).fill(words);
  await form.locator(S.searchInput).press('Enter');
  await page.waitForURL(/\/search\?/);
  assert.equal(new URL(page.url()).searchParams.get('q'), words);
  assert.equal(await page.locator(`main ${S.searchInput}`).first().inputValue(), words, 'the field forgets the words');
  return page.locator(S.results).evaluateAll((links) => [...new Set(links.map((link) => new URL(link.href).pathname))]);
}

export async function president(env, lang, way) {
  return withPage(env, way, async (page) => {
    const words = SEARCHES.plain[lang];
    const found = await search(env, page, lang, words);
    assert.ok(found.some((path) => path.includes('/projects/')), `“${words}” finds no project`);

    for (const [one, other] of SEARCHES.same) {
      const a = await search(env, page, lang, one);
      const b = await search(env, page, lang, other);
      assert.ok(a.length > 0, `“${one}” finds nothing`);
      assert.deepEqual(b, a, `“${one}” and “${other}” find other things`);
    }
    // Both scripts find the same place, in whatever language the page is.
    for (const name of Object.values(SEARCHES.place)) {
      const places = await search(env, page, lang, name);
      assert.ok(places.includes(`/${lang}/places/${env.samples.commune}`), `“${name}” does not find ${env.samples.commune} among ${places.length} results`);
    }
    assert.equal((await search(env, page, lang, SEARCHES.nothing)).filter((path) => path.includes('/projects/')).length, 0);
    assert.ok(await page.locator(S.empty).first().isVisible(), 'nothing found, and nothing said');
    return `“${words}” finds ${found.length}`;
  });
}
