// SPDX-License-Identifier: AGPL-3.0-or-later
// Without a mouse: opens every panel of a project page on the way down, and asks for the page as it was on a day.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { tab } from '../lib/focus.mjs';
import { KEYED_DAY, S } from '../selectors.mjs';

const STOPS = 250;

export async function keyboard(env, lang, way) {
  return withPage(env, { ...way, reducedMotion: 'reduce' }, async (page) => {
    await visit(page, env, env.page('road').path(lang));
    const field = await page.locator(S.dateField).getAttribute('id');
    let stops = 0;
    for (let here = await tab(page); here.id !== field; here = await tab(page)) {
      stops += 1;
      assert.ok(stops < STOPS, `${STOPS} presses of Tab do not reach the date`);
      if (!here.inMain || !here.summary) continue;
      await page.keyboard.press('Enter');
      assert.ok(await page.evaluate(() => document.activeElement.closest('details')?.open), `Enter does not open ${here.where}`);
    }
    none(await page.locator('main details:not([open])').evaluateAll((list) => list.map((e) => e.innerText.trim())), 'panels the Tab key does not meet');

    await page.keyboard.type(KEYED_DAY.keys);
    assert.equal(await page.locator(S.dateField).inputValue(), KEYED_DAY.value, 'the date typed');
    let here = { where: '' };
    for (let i = 0; i < 6 && !here.where.startsWith('<button'); i += 1) here = await tab(page);
    assert.match(here.where, /^<button/, 'no button after the date');
    await Promise.all([page.waitForURL(/[?&]on=/), page.keyboard.press('Enter')]);
    assert.equal(new URL(page.url()).searchParams.get('on'), KEYED_DAY.value);
    assert.ok(await page.locator(S.pastNote).isVisible(), 'the page as it was does not say so');
    return `${await page.locator('main details').count()} panels then, ${stops} stops`;
  });
}
