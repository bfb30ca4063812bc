// SPDX-License-Identifier: AGPL-3.0-or-later
// A page is quiet: no console errors, no violation of its content policy, no cookie, no other origin.
import { cookiesSet, openAll, visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';

function policyFaults(csp) {
  if (!csp) return ['no Content-Security-Policy header'];
  const faults = [];
  if (/'unsafe-(inline|eval)'/.test(csp)) faults.push(`policy allows ${csp.match(/'unsafe-\w+'/)[0]}`);
  if (/nonce-/.test(csp)) faults.push('policy carries a nonce: the page cannot be cached');
  if (!/(default|script)-src/.test(csp)) faults.push('policy says nothing about scripts');
  return faults;
}

// Most of the time goes in waiting for silence: a few pages wait together.
const HANDS = 4;

async function listen(env, lang, spec) {
  const problems = [];
  // A context each: a cookie or a message must be blamed on its own page.
  const broken = (error) => problems.push(`${spec.id}: ${error.message.split('\n')[0]}`);
  await withPage(env, {}, async (page, seen, context) => {
    const response = await visit(page, env, spec.path(lang), spec.status);
    await openAll(page);
    await page.waitForLoadState('networkidle');
    const say = (list) => problems.push(...list.map((text) => `${spec.id}: ${text}`));
    say(policyFaults((await response.allHeaders())['content-security-policy']));
    // The site icon is asked for once per browser, on whichever page comes first: `source` looks at it.
    seen.errors = seen.errors.filter(({ url }) => !url.endsWith('/favicon.ico'));
    // Chromium reports the status of an error page itself as a console error.
    say(seen.errors.filter(({ text, url }) => !(spec.status >= 400 && url === page.url() && /Failed to load resource/.test(text)))
      .map(({ text, url }) => `console: ${text} [${url}]`));
    say(seen.foreign.map((url) => `asks another origin: ${url}`));
    say((await cookiesSet(seen)).map((text) => `sets a cookie: ${text}`));
    if ((await context.cookies()).length && !(await cookiesSet(seen)).length) say(['a script sets a cookie']);
  }).catch(broken);
  return problems;
}

async function run(env, lang) {
  const heard = new Map();
  const queue = env.pages[Symbol.iterator]();
  const hand = async () => { for (const spec of queue) heard.set(spec, await listen(env, lang, spec)); };
  await Promise.all(Array.from({ length: HANDS }, hand));
  none(env.pages.flatMap((spec) => heard.get(spec)), 'noise');
  return `${env.pages.length} pages`;
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `quiet ${lang}`, run: () => run(env, lang) }));
