// SPDX-License-Identifier: AGPL-3.0-or-later
// Targets on a phone: 24 px for what stands in navigations and forms, 44 px for buttons and sections (axe asks for 24 only).
import { openAll, survey, withPage, PHONE } from '../lib/browser.mjs';
import { none } from '../lib/expect.mjs';

// Runs in the page.
function small() {
  const found = [];
  const HALF = 0.5; // layout rounds
  const box = (element) => {
    const rects = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect()).filter((rect) => rect.width);
    // A radio or a tick is pressed anywhere on its label.
    if (!/^(radio|checkbox)$/.test(element.type ?? '')) return element.getBoundingClientRect();
    return { width: Math.max(...rects.map((rect) => rect.width)), height: Math.max(...rects.map((rect) => rect.height)) };
  };
  const inSentence = (element) =>
    getComputedStyle(element).display === 'inline' &&
    [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && /\p{L}/u.test(node.data));
  const targets = document.querySelectorAll('nav a, nav button, nav summary, form a, form button, form input:not([type=hidden]), form select, form textarea, form summary, .btn, summary');
  for (const element of targets) {
    if (element.closest('[aria-hidden="true"], [hidden]') || element.matches('.skip') || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (inSentence(element)) continue;
    const { width, height } = box(element);
    const wanted = element.matches('.btn, .nav a') ? 44 : 24;
    if (width + HALF >= wanted && height + HALF >= wanted) continue;
    const place = element.closest('nav, form')?.getAttribute('class') ?? element.closest('nav, form')?.localName ?? '';
    found.push(`${Math.round(width)} × ${Math.round(height)} px, wants ${wanted}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> “${(element.textContent || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 30)}” in ${place}`);
  }
  return [...new Set(found)];
}

async function run(env, lang) {
  return withPage(env, PHONE, async (page) => {
    const where = new Map();
    const broken = await survey(env, lang, page, async (spec) => {
      await openAll(page);
      for (const fault of await page.evaluate(small)) where.set(fault, [...(where.get(fault) ?? []), spec.id]);
      return [];
    });
    // The header stands on every page: its faults are said once.
    none([...broken, ...[...where].map(([fault, pages]) => `${fault} — ${pages.length > 3 ? `${pages.length} pages` : pages.join(', ')}`)], 'small targets');
    return `${env.pages.length} pages`;
  });
}

export const tasks = (env) =>
  env.scope === 'shots' ? [] : env.langs.map((lang) => ({ name: `targets ${lang}`, run: () => run(env, lang) }));
