// SPDX-License-Identifier: AGPL-3.0-or-later
// WCAG 1.4.10: at 320 px nothing scrolls sideways, with panels closed and open.
import { openAll, survey, withPage } from '../lib/browser.mjs';
import { LANGS } from '../lib/env.mjs';
import { none } from '../lib/expect.mjs';

// Runs in the page. Names what sticks out, so that the line says what to repair. The width is given: a telephone's
// `innerWidth` grows with what sticks out, and would hide it.
function overflow(width) {
  const root = document.scrollingElement;
  const problems = [];
  if (root.scrollWidth > width) problems.push(`page is ${root.scrollWidth} px wide in ${width}`);
  for (const element of [document.documentElement, document.body]) {
    if (/hidden|clip/.test(getComputedStyle(element).overflowX)) problems.push(`<${element.localName}> hides its overflow: nothing can be proved`);
  }
  if (problems.length === 0) return [];
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || (box.left >= -1 && box.right <= width + 1)) continue;
    let scroller = element.parentElement;
    while (scroller && !/auto|scroll|hidden|clip/.test(getComputedStyle(scroller).overflowX)) scroller = scroller.parentElement;
    if (scroller && scroller !== document.body && scroller !== document.documentElement) continue;
    problems.push(`<${element.localName} class="${element.getAttribute('class') ?? ''}"> from ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  return problems;
}

const WIDTH = 320;

async function run(env, lang) {
  return withPage(env, { viewport: { width: WIDTH, height: 640 } }, async (page) => {
    const problems = await survey(env, lang, page, async () => {
      const closed = (await page.evaluate(overflow, WIDTH)).slice(0, 4);
      await openAll(page);
      const open = (await page.evaluate(overflow, WIDTH)).slice(0, 4).map((text) => `${text}, panels open`);
      return closed.length ? closed : open;
    });
    none(problems, `sideways scroll at ${WIDTH} px`);
    return `${env.pages.length} pages`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : (env.prove ? LANGS : ['ar', 'fr', 'zgh']).map((lang) => ({ name: `reflow ${lang}`, run: () => run(env, lang) }));
