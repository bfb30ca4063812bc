// SPDX-License-Identifier: AGPL-3.0-or-later
// The way of a person without a mouse: from stop to stop with the Tab key, always seeing where she is.
import assert from 'node:assert/strict';

export const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { id: '', href: '', where: 'body', marked: true, shown: true };
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  return {
    id: e.id,
    href: e.getAttribute('href') ?? '',
    inMain: Boolean(e.closest('main')),
    summary: e.localName === 'summary',
    where: e.outerHTML.replace(/\s+/g, ' ').slice(0, 90),
    // The calendar button inside a date field is marked by the browser itself, out of reach from here.
    marked: !e.matches(':focus') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
    shown: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
});

// One press of Tab; the focus must be seen wherever it lands.
export async function tab(page) {
  await page.keyboard.press('Tab');
  const here = await focused(page);
  assert.ok(here.marked, `no focus mark on ${here.where}`);
  assert.ok(here.shown, `the focus is off the screen on ${here.where}`);
  return here;
}

// Presses Tab until the wanted stop has the focus.
export async function tabTo(page, wanted, what) {
  for (let presses = 1; presses <= 150; presses += 1) {
    if (wanted(await tab(page))) return presses;
  }
  assert.fail(`150 presses of Tab do not reach ${what}`);
}
