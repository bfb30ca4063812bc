// SPDX-License-Identifier: AGPL-3.0-or-later
// A blind reader: the structure of a project page as a screen reader meets it, and the way there with the keyboard only.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { tabTo } from '../lib/focus.mjs';
import { S } from '../selectors.mjs';

// Runs in the page. What is hidden from everybody (closed panels, [hidden]) does not count.
function structure(tableSelector) {
  const problems = [];
  const shown = (e) => e.checkVisibility() && !e.closest('[aria-hidden="true"]');
  const all = (selector) => [...document.querySelectorAll(selector)];
  const text = (e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim();
  const label = (e) => e.getAttribute('aria-label')?.trim() || (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean).map((id) => text(document.getElementById(id) ?? {})).join(' ').trim();

  // Order of headings: from the h1 on, no level is skipped on the way down.
  const headings = all('main h1, main h2, main h3, main h4, main h5, main h6').filter(shown);
  if (headings[0]?.localName !== 'h1') problems.push(`main starts with ${headings[0]?.localName ?? 'no heading'}`);
  headings.forEach((heading, i) => {
    if (!text(heading)) problems.push(`empty ${heading.localName}`);
    const before = i ? Number(headings[i - 1].localName[1]) : 0;
    if (Number(heading.localName[1]) > before + 1) problems.push(`${heading.localName} “${text(heading)}” after h${before}`);
  });

  // Landmarks: one of each; navigations told apart by name.
  const top = (selector) => all(selector).filter((e) => !e.closest('article, section, aside, main'));
  for (const [name, list] of [['banner', top('header, [role="banner"]')], ['main', all('main')], ['contentinfo', top('footer, [role="contentinfo"]')]]) {
    if (list.length !== 1) problems.push(`${list.length} ${name} landmarks`);
  }
  const names = all('nav, [role="navigation"]').filter(shown).map(label);
  if (names.some((name) => !name)) problems.push('a nav without name');
  if (new Set(names).size !== names.length) problems.push(`navs share a name: ${names.join(', ')}`);
  if (!document.querySelector('[role="search"]')) problems.push('no search landmark');

  for (const table of all(tableSelector)) {
    if (!table.caption || !text(table.caption)) problems.push(`a table without caption: ${text(table).slice(0, 60)}`);
    for (const th of table.querySelectorAll('th')) if (!th.scope) problems.push(`th without scope: ${text(th)}`);
    if (!table.querySelector('th')) problems.push('a table without headings');
  }
  for (const svg of all('svg').filter((e) => !e.parentElement.closest('svg'))) {
    if (svg.closest('[aria-hidden="true"], [hidden]')) continue;
    const title = svg.querySelector(':scope > title');
    if (svg.getAttribute('role') === 'img' && (label(svg) || (title && text(title)))) continue;
    problems.push(`an svg neither hidden nor named: ${svg.outerHTML.slice(0, 80)}`);
  }
  // Hidden from speech and yet a stop of the Tab key: silence.
  for (const e of all('[aria-hidden="true"] :is(a[href], button, input, select, textarea, summary)')) if (e.tabIndex >= 0) problems.push(`focusable and hidden: ${e.outerHTML.slice(0, 80)}`);
  for (const part of all('[lang]')) if (!part.lang.trim()) problems.push(`empty lang: ${part.outerHTML.slice(0, 80)}`);
  return problems;
}

export async function reader(env, lang, way) {
  // Smooth scrolling would make "is the focus on the screen" a question of luck.
  return withPage(env, { ...way, reducedMotion: 'reduce' }, async (page) => {
    await visit(page, env, env.page('project').path(lang));
    none(await page.evaluate(structure, S.tables), 'structure of the project page');

    await visit(page, env, env.page('home').path(lang));
    const first = await tabTo(page, (here) => new URL(here.href, page.url()).pathname === `/${lang}/projects`, 'the list of projects');
    await Promise.all([page.waitForURL(new RegExp(`/${lang}/projects`)), page.keyboard.press('Enter')]);
    // The skip link spares her the header.
    await tabTo(page, (here) => here.href === '#main', 'the skip link');
    await page.keyboard.press('Enter');
    const second = await tabTo(page, (here) => here.inMain && /\/projects\/[^/?#.]+$/.test(here.href), 'a project');
    await Promise.all([page.waitForURL(/\/projects\/[^/?#]+$/), page.keyboard.press('Enter')]);
    assert.ok((await page.locator('h1').innerText()).trim());
    return `${first} + ${second} presses of Tab`;
  });
}
