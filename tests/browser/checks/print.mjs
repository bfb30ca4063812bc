// SPDX-License-Identifier: AGPL-3.0-or-later
// A project page on paper: black on white, without what paper cannot do.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { visit, withPage } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';
import { PAPERLESS } from '../selectors.mjs';

async function run(env, lang) {
  // Printed from a dark phone: paper stays white.
  return withPage(env, { colorScheme: 'dark' }, async (page) => {
    await visit(page, env, env.page('project').path(lang));
    await page.emulateMedia({ media: 'print' });
    const problems = await page.evaluate((selectors) => {
      const left = selectors.filter((selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility()));
      const faults = left.map((selector) => `${selector} is printed`);
      if (!document.querySelector('main h1')?.checkVisibility() && !document.querySelector('h1')?.checkVisibility()) faults.push('h1 is not printed');
      const light = (colour) => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return a === 0 || (r + g + b) / 3 > 200; };
      for (const element of [document.documentElement, document.body, document.querySelector('main')]) {
        if (!light(getComputedStyle(element).backgroundColor)) faults.push(`<${element.localName}> is printed on dark ground`);
      }
      if (light(getComputedStyle(document.querySelector('main p, main h1')).color)) faults.push('text is printed in a light colour');
      return faults;
    }, PAPERLESS);
    none(problems, 'on paper');
    const folder = env.shots;
    if (folder) mkdirSync(folder, { recursive: true });
    const pdf = await page.pdf({ format: 'A4', ...(folder ? { path: join(folder, `project.${lang}.print.pdf`) } : {}) });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(sheets >= 1 && sheets <= 12, `${sheets} sheets`);
    return `${sheets} sheets`;
  });
}

// What is printed of an A4 page between its margins of 16 mm, in CSS pixels.
const PAPER = Math.floor(((210 - 2 * 16) * 96) / 25.4);

// Runs in the page. What sticks out of the paper is cut off, and nobody can scroll there.
const cut = (width) => [...document.querySelectorAll('main *')]
  .filter((element) => element.checkVisibility() && !element.closest('svg, .vh'))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.left < -1 || box.right > width + 1))
  .map(([element, box]) => `<${element.localName} class="${element.getAttribute('class') ?? ''}"> from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);

// The budget is handed out as a brochure: four pages of A4, black on white, nothing cut off, no box cut in two.
async function brochure(env, lang) {
  return withPage(env, { colorScheme: 'dark' }, async (page) => {
    await visit(page, env, env.page('budget').path(lang));
    await page.emulateMedia({ media: 'print' });
    const left = await page.evaluate((selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility())), PAPERLESS);
    none(left, 'on paper');
    await page.setViewportSize({ width: PAPER, height: 900 });
    none((await page.evaluate(cut, PAPER)).slice(0, 6), 'cut off by the edge of the paper');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.equal(sheets, 4, `the brochure has ${sheets} pages`);
    return `${sheets} pages`;
  });
}

export const tasks = (env) => env.langs.flatMap((lang) => [
  { name: `print ${lang}`, run: () => run(env, lang) },
  { name: `print brochure ${lang}`, run: () => brochure(env, lang) },
])
  .filter(() => env.scope !== 'shots');
