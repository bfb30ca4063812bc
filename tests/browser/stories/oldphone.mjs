// SPDX-License-Identifier: AGPL-3.0-or-later
// A woman with an old phone that runs no scripts: the project page, all panels closed, says the essential in words on its first screen.
import assert from 'node:assert/strict';
import { PHONE, visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { AHEAD_WORDS, LATE_WORDS, S, STAGE_WORDS } from '../selectors.mjs';

// What is written within the screen, without scrolling.
const written = (page, selector) => page.locator(selector).evaluateAll((list) => list.map((e) => {
  const box = e.getBoundingClientRect();
  return { text: e.innerText.trim(), top: Math.round(box.top), bottom: Math.round(box.bottom), screen: innerHeight };
}));

async function says(page, selector, words, what) {
  const found = (await written(page, selector)).filter(({ text }) => words.test(text));
  assert.ok(found.length > 0, `${what} is not said in words`);
  const seen = found.some(({ bottom, screen }) => bottom <= screen);
  return seen ? [] : [`${what} stands at ${found[0].top}–${found[0].bottom} px, the screen ends at ${found[0].screen}`];
}

export async function oldphone(env, lang, way) {
  return withPage(env, { ...PHONE, ...way }, async (page) => {
    await visit(page, env, env.page('road').path(lang));
    assert.equal(await page.locator('main details[open]').count(), 0, 'panels are open before she asks');
    none([
      ...(await says(page, S.stage, STAGE_WORDS[lang], 'the stage')),
      ...(await says(page, S.late, LATE_WORDS[lang], 'the delay')),
      ...(await says(page, S.ahead, AHEAD_WORDS[lang], 'the warning that more is paid than built')),
    ], 'not on the first screen');

    // Without scripts, every panel opens and shows something.
    const panels = page.locator('main details');
    const count = await panels.count();
    for (let i = 0; i < count; i += 1) {
      await panels.nth(i).locator(':scope > summary').tap();
      assert.ok(await panels.nth(i).evaluate((e) => e.open && [...e.children].slice(1).some((part) => part.getBoundingClientRect().height > 10)), `panel ${i + 1} does not open, or is empty`);
    }
    return `${count} panels`;
  });
}
