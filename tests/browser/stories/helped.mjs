// SPDX-License-Identifier: AGPL-3.0-or-later
// A facilitator opens an account for a woman who has no telephone. Months later her son's telephone brings a code, and
// with the paper she was given the account is hers.
import assert from 'node:assert/strict';
import { withPage } from '../lib/browser.mjs';
import { demo, enter } from '../lib/demo.mjs';
import { S } from '../selectors.mjs';

const send = async (page, address) => {
  await Promise.all([page.waitForURL(address), page.locator(S.mainSubmit).first().click()]);
};

async function paper(env, lang, way, name) {
  const { links, at } = await demo(env);
  return withPage(env, way, async (page) => {
    await enter(page, links.facilitator, lang);
    await page.goto(at(`/${lang}/desk/open`));
    await page.locator('#name').fill(name);
    await page.locator('#place').selectOption('05.081.03.13');
    await page.locator(`input[name=lang][value=${lang}]`).check();
    await Promise.all([page.waitForLoadState(), page.locator(S.mainSubmit).first().click()]);
    const code = (await page.locator('p.ref').innerText()).trim();
    assert.match(code, /^[2-9A-HJ-NP-Z]{5} [2-9A-HJ-NP-Z]{5}$/, 'the code on the paper');
    return code;
  });
}

// What was sent to a number last, as the demonstration shows it.
async function sent(page, at, lang, number) {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto(at(`/${lang}/outbox`));
    const messages = await page.locator('main').innerText();
    const plain = messages.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
    const found = plain.split(/\n(?=.*\+?212)/).find((one) => one.includes(number))?.match(/\b\d{6}\b/);
    if (found) return found[0];
    await page.waitForTimeout(250);
  }
  return assert.fail(`nothing was sent to ${number}`);
}

let told = 0;

export async function helped(env, lang, way) {
  const { at } = await demo(env);
  told += 1;
  const name = `Itto ${lang} ${told}`;
  // A number of her own for each telling: codes to one number are few.
  const number = `61234${String(5000 + told)}`;
  const code = await paper(env, lang, way, name);
  await withPage(env, way, async (page) => {
    await page.goto(at(`/${lang}/my`));
    await page.locator('#address').fill(`0${number}`);
    await send(page, '**/sign-in/code?**');
    const digits = await sent(page, at, lang, number);
    await page.goto(at(`/${lang}/sign-in/code`));
    await page.locator('#code').fill(digits);
    await send(page, '**/sign-in/who**');
    await page.locator('main details summary').click();
    await page.locator('#paper').fill(code.toLowerCase());
    await send(page, (url) => url.pathname === `/${lang}/my`);
    assert.equal(await page.locator('main .lede bdi').innerText(), name, 'whose account it is');
  });
}
