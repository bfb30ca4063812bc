// SPDX-License-Identifier: AGPL-3.0-or-later
// What every check receives: where the server is, which languages and pages are looked at in this scope.
import { SAMPLES, pageList } from '../pages.mjs';
import { firstProject } from './html.mjs';

export const LANGS = ['ar', 'ary', 'zgh', 'fr', 'en'];
const RTL = new Set(['ar', 'ary']);

export const dirOf = (lang) => (RTL.has(lang) ? 'rtl' : 'ltr');

// A plain request, without browser. Redirects stay visible: they are part of what is checked.
async function get(url, { follow = false, headers = {}, method = 'GET' } = {}) {
  return fetch(url, { method, redirect: follow ? 'follow' : 'manual', headers, signal: AbortSignal.timeout(20_000) });
}

export async function makeEnv(args) {
  const base = new URL(args.base);
  const env = {
    args,
    scope: args.scope,
    prove: args.scope === 'prove',
    origin: base.origin,
    bin: args.bin ?? null,
    shots: args.shots ?? null,
    langs: args.scope === 'prove' ? LANGS : ['ar', 'fr'],
    url: (path) => new URL(path, base.origin).href,
    get: (path, options) => get(new URL(path, base.origin), options),
  };

  const list = await env.get('/ar/projects', { follow: true }).catch((error) => {
    throw new Error(`no server answers at ${base.origin}: ${error.cause?.code ?? error.message}`);
  });
  const ref = firstProject(await list.text(), 'ar');
  // Without a project in the list its pages are still asked for, and fail by name.
  env.samples = { ...SAMPLES, project: ref ?? 'no-project-found-in-the-list' };
  env.pages = pageList(env.samples);
  env.page = (id) => env.pages.find((page) => page.id === id);
  return env;
}
