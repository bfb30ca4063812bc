// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page has a title of its own within its language; languages do not share one sentence by accident of fallback.
import { titleOf } from '../lib/html.mjs';
import { none } from '../lib/expect.mjs';

async function run(env, lang) {
  const owner = new Map();
  const problems = [];
  for (const spec of env.pages.filter((page) => !page.narrowed)) {
    const title = titleOf(await (await env.get(spec.path(lang), { follow: true })).text());
    if (!title) problems.push(`${spec.id}: no title`);
    else if (owner.has(title)) problems.push(`${spec.id} and ${owner.get(title)} share “${title}”`);
    else owner.set(title, spec.id);
  }
  none(problems, 'titles');
  return `${owner.size} titles`;
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `titles ${lang}`, run: () => run(env, lang) }));
