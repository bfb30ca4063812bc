// SPDX-License-Identifier: AGPL-3.0-or-later
// A clerk proves who she is: with scripts by a passkey of her device, without by an application that shows codes.
// Passkeys are bound to a name: so a demonstration of its own is asked for by `localhost`.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { withPage } from '../lib/browser.mjs';
import { demo, enter } from '../lib/demo.mjs';
import { S } from '../selectors.mjs';

// RFC 6238, from the letters that the page shows.
function codeOf(letters) {
  const bits = [...letters].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function fits(page, what) {
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${what} scrolls sideways by ${wide} px`);
}

const press = async (page, selector, address) => {
  await Promise.all([page.waitForURL(address), page.locator(selector).click()]);
};

async function device(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
}

async function byPasskey(page, at, lang) {
  const credentials = await device(page);
  await page.goto(at(`/${lang}/my/proofs`));
  const before = await page.locator(S.proof).count();
  await press(page, S.addPasskey, '**/my/proofs/passkey');
  await fits(page, 'the page of a new passkey');
  await page.locator('#label').fill('هاتف – téléphone');
  await press(page, S.passkeyButton, '**/my/proofs');
  assert.equal(await page.locator(S.proof).count(), before + 1, 'factors after adding a passkey');
  const [made] = await credentials();
  assert.ok(made.isResidentCredential, 'the passkey is not kept on the device');
  await page.goto(at(`/${lang}/my/prove?next=/${lang}/projects`));
  await fits(page, 'the page that asks for a proof');
  await press(page, S.usePasskey, '**/my/prove/passkey?**');
  await fits(page, 'the page that asks the device');
  await press(page, S.passkeyButton, `**/${lang}/projects`);
  const [used] = await credentials();
  assert.ok(used.signCount > made.signCount, 'the passkey was not used');
}

async function byCode(page, at, lang) {
  await page.goto(at(`/${lang}/my/proofs`));
  const before = await page.locator(S.proof).count();
  await press(page, S.addTotp, '**/my/proofs/totp');
  await fits(page, 'the page of a new application');
  const letters = (await page.locator(S.totpLetters).innerText()).replace(/\s/g, '');
  assert.equal(letters.length, 32, 'letters of the secret');
  await page.locator('#code').fill(codeOf(letters));
  await press(page, S.confirmTotp, '**/my/proofs');
  assert.equal(await page.locator(S.proof).count(), before + 1, 'factors after adding an application');
  await fits(page, 'the list of proofs');
  // The code that added it is not good again: who types it is told so, at the field.
  await page.goto(at(`/${lang}/my/prove?next=/${lang}/projects`));
  await page.locator('#code').fill(codeOf(letters));
  const [refused] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), page.locator(S.proveByCode).click()]);
  // The next step may have begun in between.
  assert.ok([422, 303].includes(refused.status()), `a code that was used answers ${refused.status()}`);
}

// Each telling has a clerk of its own: two at once would count each other's proofs.
const CLERKS = ['agent', 'second-agent', 'agent-of-azilal', 'information-officer', 'facilitator', 'auditor', 'administrator'];
let told = 0;

export async function clerk(env, lang, way) {
  const { links, at } = await demo(env);
  return withPage(env, way, async (page) => {
    const name = CLERKS[told++ % CLERKS.length];
    await enter(page, links[name], lang);
    await (way.javaScriptEnabled ? byPasskey : byCode)(page, at, lang);
  });
}
