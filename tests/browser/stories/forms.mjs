// SPDX-License-Identifier: AGPL-3.0-or-later
// A form sent with mistakes (the example form of the component gallery): says so first, leads to each field, loses nothing typed.
import assert from 'node:assert/strict';
import { visit, withPage } from '../lib/browser.mjs';
import { ERROR_WORD, S } from '../selectors.mjs';

const TYPED = 'تجربة 123 – essai « œuf »';
const TEXT_FIELDS = `${S.form} :is(input[type="text"], input:not([type]), textarea)`;

async function send(page) {
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator(S.formSubmit).first().click(),
  ]);
  await page.waitForLoadState('load');
  assert.ok([400, 422].includes(response.status()), `a refused form answers ${response.status()}`);
}

async function summary(page, lang, examples) {
  // The gallery may show a summary as an example; the real one comes on top, at the start of the page.
  assert.equal(await page.locator(S.errorSummary).count(), examples + 1, 'error summaries after sending');
  const box = page.locator(S.errorSummary).first();
  assert.ok(await box.isVisible(), 'the error summary is not shown');
  assert.match((await page.title()).trim(), ERROR_WORD[lang], 'the title does not start with the error word');
  const links = box.locator(S.errorLinks);
  const count = await links.count();
  assert.ok(count > 0, 'the summary has no links');
  assert.ok((await page.locator(S.badField).count()) > 0, 'no field is marked');
  for (let i = 0; i < count; i += 1) {
    const id = decodeURIComponent((await links.nth(i).getAttribute('href')).slice(1));
    const sentence = (await links.nth(i).innerText()).trim();
    const field = await page.evaluate(({ target, bad }) => {
      const element = document.getElementById(target);
      if (!element) return null;
      const control = element.matches('input, select, textarea') ? element : element.querySelector('input, select, textarea');
      const said = [...new Set([element, control])].flatMap((e) => (e?.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean))
        .map((part) => document.getElementById(part)?.innerText ?? '').join(' ');
      return { inBad: Boolean(element.closest(bad)), invalid: control?.getAttribute('aria-invalid'), said };
    }, { target: id, bad: S.badField });
    assert.ok(field, `the summary points at #${id}, which is not there`);
    assert.ok(field.inBad, `#${id} is not within a marked field`);
    assert.ok(field.said.includes(sentence), `#${id} is not described by “${sentence}” but by “${field.said}”`);
    await links.nth(i).click();
    const at = await page.evaluate((target) => Boolean(document.activeElement?.closest(`#${CSS.escape(target)}`)), id);
    if (at) continue;
    // A group of choices is not focusable itself: its first choice must be the next stop.
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate((target) => Boolean(document.activeElement?.closest(`#${CSS.escape(target)}`)), id), `the link to #${id} does not move the focus there`);
  }
  return count;
}

export async function forms(env, lang, way) {
  return withPage(env, way, async (page) => {
    await visit(page, env, env.page('design').path(lang));
    const examples = await page.locator(S.errorSummary).count();
    assert.doesNotMatch((await page.title()).trim(), ERROR_WORD[lang], 'errors are announced before anything was sent');
    await send(page);
    if (way.javaScriptEnabled) {
      // The person's next word comes from the summary, not from the top of the page.
      assert.ok(await page.evaluate((s) => { const e = document.querySelector(s); return e.contains(document.activeElement) || e.getAttribute('role') === 'alert'; }, S.errorSummary), 'the summary is neither focused nor announced');
    }
    const errors = await summary(page, lang, examples);

    const field = page.locator(TEXT_FIELDS).first();
    await field.fill(TYPED);
    const name = await field.getAttribute('name');
    await send(page);
    assert.equal(await page.locator(`${S.form} [name="${name}"]`).inputValue(), TYPED, 'what was typed is lost');
    assert.ok((await summary(page, lang, examples)) <= errors, 'more errors after filling a field');
    return `${errors} errors explained`;
  });
}
