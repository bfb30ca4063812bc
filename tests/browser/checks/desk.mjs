// SPDX-License-Identifier: AGPL-3.0-or-later
// The pages behind the door, which only who is signed in sees: axe, and nothing that scrolls sideways.
import assert from 'node:assert/strict';
import { openAll, withPage } from '../lib/browser.mjs';
import { demo, enter } from '../lib/demo.mjs';
import { none } from '../lib/expect.mjs';
import { violations } from './axe.mjs';
import { S } from '../selectors.mjs';

const PAGES = {
  citizen: ['/my', '/my/messages', '/my/close'],
  facilitator: ['/desk', '/desk/open', '/desk/guide', '/desk/guide/start'],
  agent: ['/desk/sms', '/desk/projects', '/desk/projects/new'],
  administrator: ['/desk', '/desk/people', '/desk/people?q=said', '/desk/journal', '/desk/jobs', '/desk/health', '/desk/sections', '/desk/settings', '/desk/settings/banner.words', '/desk/settings/banner.until', '/my/proofs'],
};

async function run(env, who, lang) {
  const { links, at } = await demo(env);
  return withPage(env, { reducedMotion: 'reduce' }, async (page) => {
    const faults = [];
    let looks = 0;
    await enter(page, links[who], lang);
    const addresses = PAGES[who].map((path) => at(`/${lang}${path}`));
    if (who === 'administrator') {
      await page.goto(at(`/${lang}/desk/people?q=said`));
      const person = await page.locator(S.person).first().getAttribute('href');
      addresses.push(at(person), at(`${person}/roles`));
    }
    for (const address of addresses) {
      const answer = await page.goto(address);
      assert.equal(answer.status(), 200, address);
      await openAll(page);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) faults.push(`${address} at ${width} px scrolls sideways by ${wide} px`);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const { id, help, where, html } of await violations(page)) {
            faults.push(`${address} ${width}/${colorScheme} ${id}: ${help}, ${where} ${html.replace(/\s+/g, ' ').slice(0, 120)}`);
          }
          looks += 1;
        }
      }
    }
    none(faults, 'faults at the desk');
    return `${looks} looks`;
  });
}

export const tasks = (env) => env.scope === 'shots' ? [] :
  Object.keys(PAGES).flatMap((who) => ['ar', 'fr'].map((lang) => ({ name: `desk ${lang} ${who}`, run: () => run(env, who, lang) })));
