// SPDX-License-Identifier: AGPL-3.0-or-later
// axe-core on every page, in every look. Closed panels are opened for one more round: their content is page too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openAll, visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violations(page, without = []) {
  // Through the debugger, so that a strict content policy does not stop the checker.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(
    ({ tags, off }) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])) }),
    { tags: TAGS, off: without });
  return found.violations.map(({ id, help, nodes }) => ({ id, help, count: nodes.length, where: nodes[0].target.join(' '), html: nodes[0].html }));
}

async function look(page, looks, faults, label) {
  for (const { id, help, count, where, html } of await violations(page)) {
    // The same fault in eight looks is one fault: count the looks.
    const key = `${id}: ${help} (${count}), first ${where} ${html.replace(/\s+/g, ' ').slice(0, 120)}`;
    faults.set(key, [...(faults.get(key) ?? []), label]);
  }
  looks.push(label);
}

async function run(env, spec, lang) {
  const widths = env.prove ? [320, 360, 768, 1280] : [360, 1280];
  // Transitions would be caught half-way between two colours.
  return withPage(env, { reducedMotion: 'reduce' }, async (page) => {
    const looks = [];
    const faults = new Map();
    await visit(page, env, spec.path(lang), spec.status);
    for (const open of [false, true]) {
      if (open) await openAll(page);
      for (const width of open ? [360] : widths) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await look(page, looks, faults, `${width}/${colorScheme}${open ? '/open' : ''}`);
        }
      }
    }
    none([...faults].map(([key, where]) => `${key} — in ${where.join(', ')}`), 'axe violations');
    return `${looks.length} looks`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.pages
    .filter((spec) => env.prove || spec.core)
    .flatMap((spec) => env.langs.map((lang) => ({ name: `axe ${lang} ${spec.id}`, run: () => run(env, spec, lang) })));
