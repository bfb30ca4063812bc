// SPDX-License-Identifier: AGPL-3.0-or-later
// A woman in rural Azilal, on a 360 px phone: lands on her language, finds where to listen, then her commune and its projects.
import assert from 'node:assert/strict';
import { PHONE, visit, withPage } from '../lib/browser.mjs';
import { COMMUNE_NAME, S, VOICES } from '../selectors.mjs';

// Where "listen" stands: once, in the header, on the first screen, always under the same parents.
const listenPlace = (page) => page.evaluate((selector) => {
  const found = [...document.querySelectorAll(selector)];
  const chain = [];
  for (let e = found[0]; e && e !== document.documentElement; e = e.parentElement) chain.unshift(`${e.localName}.${[...e.classList].join('.')}`);
  const box = found[0]?.querySelector('summary').getBoundingClientRect();
  return { count: found.length, chain: chain.join(' '), inHeader: Boolean(found[0]?.closest('header')), top: box?.top, screen: innerHeight, inside: box && box.left >= 0 && box.right <= innerWidth };
}, S.listen);

async function listenIsAlwaysThere(env, page, lang) {
  let place = null;
  for (const spec of env.pages) {
    await visit(page, env, spec.path(lang), spec.status);
    const seen = await listenPlace(page);
    assert.equal(seen.count, 1, `${spec.id}: ${seen.count} listen controls`);
    assert.ok(seen.inHeader && seen.inside, `${spec.id}: listen is not within the header`);
    assert.ok(seen.top < seen.screen, `${spec.id}: listen is at ${Math.round(seen.top)} px, below the first screen`);
    place ??= seen.chain;
    assert.equal(seen.chain, place, `${spec.id}: listen stands elsewhere than on ${env.pages[0].id}`);
  }
}

// The five voices, each with a word on its state (length, machine voice, being recorded…), not only a name.
async function fiveVoices(page) {
  await page.locator(`${S.listen} > summary`).tap();
  assert.ok(await page.locator(S.listenVoice).first().isVisible(), 'listen does not open');
  const voices = await page.locator(S.listenVoice).evaluateAll((items) => items.map((item) => {
    const name = item.querySelector('[lang]');
    const rest = item.innerText.replace(name?.innerText ?? '', '').trim();
    return { voice: (item.dataset.voice ?? name?.lang ?? '').toLowerCase().split('-')[0], state: rest, audio: Boolean(item.querySelector('audio')), shown: item.checkVisibility() };
  }));
  assert.deepEqual(voices.map(({ voice }) => voice).sort(), [...VOICES].sort(), 'voices offered');
  for (const { voice, state, shown } of voices) assert.ok(shown && /\p{L}|\d/u.test(state), `voice ${voice} has no state beside its name`);
}

async function goToCommune(env, page, lang) {
  await page.locator(`${S.place} > summary`).tap();
  const select = page.locator(S.placeCommune);
  await select.waitFor({ state: 'visible' });
  const communes = await select.locator('option').count();
  assert.ok(communes >= 135, `${communes} communes to choose from, the region has 135`);
  const value = await select.locator('option').evaluateAll((options, name) =>
    options.find((option) => new RegExp(name).test(option.textContent))?.value, COMMUNE_NAME.source);
  assert.ok(value, 'her commune is not in the list');
  await select.selectOption(value);
  await page.locator(S.placeSubmit).tap();
  await page.waitForURL((url) => url.href.includes(env.samples.commune));
  assert.equal(new URL(page.url()).pathname.split('/')[1], lang, 'the language is lost on the way');
  assert.match(await page.locator('h1').innerText(), COMMUNE_NAME);
}

export async function villager(env, lang, way) {
  const locale = lang === 'ar' ? 'ar-MA' : 'fr-FR';
  return withPage(env, { ...PHONE, ...way, locale }, async (page) => {
    await page.goto(env.url('/'));
    assert.equal(new URL(page.url()).pathname, `/${lang}/`, `a phone in ${locale} lands on ${page.url()}`);
    await fiveVoices(page);
    await goToCommune(env, page, lang);
    const projects = await page.locator(S.projectLink).filter({ visible: true }).count();
    const none = await page.locator(S.empty).filter({ visible: true }).count();
    assert.ok(projects > 0 || none > 0, 'neither projects of her commune nor the sentence that there are none');
    if (projects > 0) {
      await page.locator(S.projectLink).filter({ visible: true }).first().tap();
      await page.waitForURL(/\/projects\/[^/?]+/);
      assert.match(await page.locator('main').innerText(), COMMUNE_NAME, 'the project does not name her commune');
    }
    await listenIsAlwaysThere(env, page, lang);
    return projects ? `${projects} projects` : 'no projects, and it says so';
  });
}
