// SPDX-License-Identifier: AGPL-3.0-or-later
// The skip link is the first stop of the Tab key and leads into main.
import { survey, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { S } from '../selectors.mjs';

async function run(env, lang) {
  return withPage(env, {}, async (page) => {
    const problems = await survey(env, lang, page, async () => {
      await page.keyboard.press('Tab');
      const first = await page.evaluate((skip) => {
        const focused = document.activeElement;
        const box = focused.getBoundingClientRect();
        return { skip: focused.matches(skip), shown: box.top >= 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth, text: focused.textContent.trim() };
      }, S.skip);
      if (!first.skip) return [`the first Tab stop is “${first.text.slice(0, 40)}”`];
      const faults = first.shown ? [] : ['the focused skip link is not on the screen'];
      await page.keyboard.press('Enter');
      const inMain = () => page.evaluate(() => Boolean(document.activeElement?.closest('main')));
      // Without tabindex on main, browsers move only the starting point: the next Tab tells.
      if (await inMain()) return faults;
      await page.keyboard.press('Tab');
      return (await inMain()) ? faults : [...faults, 'Enter on the skip link does not lead into main'];
    });
    none(problems, 'skip link');
    return `${env.pages.length} pages`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `keys ${lang}`, run: () => run(env, lang) }));
