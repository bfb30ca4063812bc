// SPDX-License-Identifier: AGPL-3.0-or-later
// Forced colours (Windows contrast themes) and reduced motion: pages render, nothing is lost, nothing moves.
import assert from 'node:assert/strict';
import { survey, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { violations } from './axe.mjs';

async function rendered(page, seen) {
  const state = await page.evaluate(() => {
    const shown = (selector) => { const box = document.querySelector(selector)?.getBoundingClientRect(); return Boolean(box && box.width > 0 && box.height > 0); };
    // In forced colours backgrounds vanish: a button without a border is a word.
    const bare = [...document.querySelectorAll('.btn')].filter((e) => e.checkVisibility())
      .filter((e) => { const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle === 'none'; });
    return { h1: shown('h1'), main: shown('main'), nav: shown('nav'), bare: bare.length };
  });
  const said = seen.errors.splice(0).filter(({ text }) => !/Failed to load/.test(text)).map(({ text }) => text);
  const bare = state.bare ? [`${state.bare} buttons without border`] : [];
  return [...['h1', 'main', 'nav'].filter((name) => !state[name]).map((name) => `${name} is not shown`), ...bare, ...said];
}

const axeAtHome = async (page, spec, without) =>
  spec.id === 'home' ? (await violations(page, without)).map(({ id, where }) => `axe ${id} at ${where}`) : [];

async function forced(env, lang) {
  return withPage(env, { forcedColors: 'active' }, async (page, seen) => {
    const problems = await survey(env, lang, page, async (spec) => {
      assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'forced colours are not emulated');
      // Contrast is the system's business here, and axe reads the author's text colour where the system's is drawn.
      return [...(await rendered(page, seen)), ...(await axeAtHome(page, spec, ['color-contrast']))];
    });
    none(problems, 'forced colours');
    return `${env.pages.length} pages`;
  });
}

async function still(env, lang) {
  return withPage(env, { reducedMotion: 'reduce' }, async (page, seen) => {
    const problems = await survey(env, lang, page, async (spec) => {
      const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => {
        const s = getComputedStyle(e);
        const long = (value) => value.split(',').some((time) => parseFloat(time) > 0.01);
        return (s.animationName !== 'none' && long(s.animationDuration)) || long(s.transitionDuration) || s.scrollBehavior === 'smooth';
      }).map((e) => `<${e.localName} class="${e.getAttribute('class') ?? ''}"> moves`));
      return [...new Set([...(await rendered(page, seen)), ...moving, ...(await axeAtHome(page, spec))])];
    });
    none(problems, 'reduced motion');
    return `${env.pages.length} pages`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.flatMap((lang) => [
    { name: `modes forced-colours ${lang}`, run: () => forced(env, lang) },
    { name: `modes reduced-motion ${lang}`, run: () => still(env, lang) },
  ]);
