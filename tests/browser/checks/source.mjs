// SPDX-License-Identifier: AGPL-3.0-or-later
// The document as sent, seen with scripts switched off: language, heading, addresses, nothing inline.
import { survey, withPage } from '../lib/browser.mjs';
import { LANGS, dirOf } from '../lib/env.mjs';
import { none } from '../lib/expect.mjs';

// Runs in the page.
function read() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const brief = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
  const handlers = all('*').filter((element) => element.getAttributeNames().some((name) => /^on[a-z]+$/.test(name)));
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    h1: all('h1').length,
    main: all('main').length,
    title: document.title.trim(),
    viewport: document.querySelector('meta[name="viewport"]')?.content ?? '',
    // Without a link, browsers ask for /favicon.ico on their own.
    icons: [...all('link[rel~="icon"]').map((link) => link.href), new URL('/favicon.ico', location).href].slice(0, 1),
    robots: all('meta[name="robots"]').map((meta) => meta.content).join(),
    canonical: all('link[rel="canonical"]').map((link) => link.href),
    alternates: all('link[rel="alternate"][hreflang]').map((link) => ({ lang: link.hreflang, href: link.href })),
    inline: [
      // Data blocks (JSON-LD) are not run, and a content policy lets them be.
      ...all('script:not([src])').filter((script) => !/json/.test(script.type)).map((e) => `inline script: ${brief(e)}`),
      ...all('style').map((e) => `inline style sheet: ${brief(e)}`),
      ...all('[style]').map((e) => `style attribute: ${brief(e)}`),
      ...handlers.map((e) => `event attribute: ${brief(e)}`),
      ...all('[href^="javascript:" i]').map((e) => `script address: ${brief(e)}`),
      ...all('[autoplay], marquee, blink').map((e) => `moves by itself: ${brief(e)}`),
      ...all('[tabindex]').filter((e) => e.tabIndex > 0).map((e) => `tabindex above 0: ${brief(e)}`),
      ...all('link[rel~="preconnect"], link[rel~="dns-prefetch"]').map((e) => `reaches out: ${brief(e)}`),
    ],
  };
}

const primary = (tag) => tag.toLowerCase().split('-')[0];

// A page as it was is cited by its own address, in every language the same version, and never found instead of today's.
function pastFaults(page, seen) {
  const { search } = new URL(page);
  const lost = [...seen.canonical.map((href) => ({ lang: 'canonical', href })), ...seen.alternates]
    .filter(({ href }) => new URL(href).search !== search).map(({ lang, href }) => `${lang} leads to ${href}, not to ${search}`);
  return /noindex/.test(seen.robots) ? lost : [...lost, 'search engines may offer it as the present'];
}

function judge(spec, lang, page, seen) {
  const faults = [...seen.inline];
  if (primary(seen.lang) !== lang) faults.push(`<html lang="${seen.lang}">, expected ${lang}…`);
  if (seen.dir !== dirOf(lang)) faults.push(`<html dir="${seen.dir}">, expected ${dirOf(lang)}`);
  if (seen.h1 !== 1) faults.push(`${seen.h1} h1`);
  if (seen.main !== 1) faults.push(`${seen.main} main`);
  if (!seen.title) faults.push('empty title');
  if (/user-scalable\s*=\s*no|maximum-scale/.test(seen.viewport)) faults.push('viewport forbids zoom');
  if (!spec.alternates) return faults;
  if (seen.canonical.length !== 1) faults.push(`${seen.canonical.length} canonical links`);
  else if (new URL(seen.canonical[0]).pathname !== new URL(page).pathname) faults.push(`canonical says ${seen.canonical[0]}`);
  if (spec.past) faults.push(...pastFaults(page, seen));
  const named = seen.alternates.map(({ lang: tag }) => primary(tag)).filter((tag) => tag !== 'x');
  for (const wanted of LANGS) {
    const times = named.filter((tag) => tag === wanted).length;
    if (times !== 1) faults.push(`${times} alternates for ${wanted}`);
  }
  return faults;
}

// The instance may be told a public address: its own host then stands in these links, and we ask the server under test.
const local = (env, href) => { const url = new URL(href); return env.url(url.pathname + url.search); };

async function run(env, lang) {
  return withPage(env, { javaScriptEnabled: false }, async (page) => {
    const answered = new Map();
    const problems = await survey(env, lang, page, async (spec) => {
      const seen = await page.evaluate(read);
      const faults = judge(spec, lang, page.url(), seen);
      if (!spec.alternates) return faults;
      const addresses = [...seen.icons.map((href) => ({ href, lang: 'icon' })), ...seen.canonical.map((href) => ({ href, lang: 'canonical' })), ...seen.alternates];
      for (const { href, lang: tag } of addresses) {
        const url = local(env, href);
        // x-default is `/`, which leads to a language: one step is fine.
        if (!answered.has(url)) answered.set(url, (await env.get(url, { follow: tag === 'x-default' })).status);
        if (answered.get(url) !== 200) faults.push(`${tag} ${url} answers ${answered.get(url)}`);
      }
      return faults;
    });
    none(problems, 'faults in the documents');
    return `${env.pages.length} pages, ${answered.size} addresses`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `source ${lang}`, run: () => run(env, lang) }));
