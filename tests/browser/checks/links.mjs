// SPDX-License-Identifier: AGPL-3.0-or-later
// Every internal link answers. Follows pages of one language, breadth first, addresses without a query before filtered lists.
import { none } from '../lib/expect.mjs';
import { ids, pointers } from '../lib/html.mjs';

const HANDS = 4;

function inspect(env, lang, from, html) {
  const found = [];
  const faults = [];
  const anchors = ids(html);
  for (const { tag, attribute, value, attributes } of pointers(html)) {
    if (/^(mailto|tel|data|sms):/.test(value)) continue;
    if (tag === 'form' && /method\s*=\s*["']?post/i.test(attributes)) continue;
    if (value === '#' && attribute === 'href') faults.push(`${from}: <${tag} href="#"> leads nowhere`);
    else if (value.startsWith('#')) {
      if (!anchors.has(decodeURIComponent(value.slice(1)))) faults.push(`${from}: ${value} is not on the page`);
    } else if (value === '' && attribute === 'href') faults.push(`${from}: <${tag}> with an empty address`);
    else if (value) {
      const url = new URL(value, env.url(from));
      if (url.origin === env.origin && !/^(use|image)$/.test(tag)) found.push(url.pathname + url.search);
    }
  }
  return { found, faults };
}

async function crawl(env, lang, cap) {
  const queue = env.pages.filter((page) => page.status === 200).map((page) => page.path(lang));
  const known = new Map(queue.map((path) => [path, 'the page list']));
  const problems = [];
  let asked = 0;
  const next = () => {
    const plain = queue.findIndex((path) => !path.includes('?'));
    return queue.splice(plain < 0 ? 0 : plain, 1)[0];
  };
  const one = async (path) => {
    const response = await env.get(path, { follow: true }).catch((error) => ({ status: error.message }));
    if (!(response.status < 400)) problems.push(`${path} answers ${response.status}, linked from ${known.get(path)}`);
    const isPage = response.headers?.get('content-type')?.startsWith('text/html');
    // Pages of other languages must answer; their own links are the business of their own crawl.
    if (!isPage || !path.startsWith(`/${lang}/`) || response.status >= 400) {
      await response.body?.cancel();
      return;
    }
    const { found, faults } = inspect(env, lang, path, await response.text());
    problems.push(...faults);
    for (const link of found) {
      if (known.has(link)) continue;
      known.set(link, path);
      queue.push(link);
    }
  };
  while (queue.length && asked < cap) {
    const batch = [];
    while (queue.length && batch.length < HANDS && asked < cap) { batch.push(next()); asked += 1; }
    await Promise.all(batch.map(one));
  }
  none([...new Set(problems)], 'links');
  return `${asked} addresses${queue.length ? `, ${queue.length} left unasked` : ''}`;
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `links ${lang}`, run: () => crawl(env, lang, env.prove ? 2000 : 400) }));
