// SPDX-License-Identifier: AGPL-3.0-or-later
// Pictures of every page for people to look at: page.lang.width.scheme.png.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { visit, withPage } from '../lib/browser.mjs';

async function run(env, spec, lang) {
  mkdirSync(env.shots, { recursive: true });
  return withPage(env, { reducedMotion: 'reduce' }, async (page) => {
    await visit(page, env, spec.path(lang), spec.status);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ fullPage: true, path: join(env.shots, `${spec.id}.${lang}.${width}.${colorScheme}.png`) });
      }
    }
    return '4 pictures';
  });
}

export const tasks = (env) =>
  env.scope !== 'shots' ? [] : [...env.pages.flatMap((spec) => ['ar', 'fr'].map((lang) => ({ spec, lang }))), { spec: env.page('home'), lang: 'zgh' }]
    .map(({ spec, lang }) => ({ name: `shots ${lang} ${spec.id}`, run: () => run(env, spec, lang) }));
