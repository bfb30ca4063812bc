// SPDX-License-Identifier: AGPL-3.0-or-later
// A journalist follows a change: what was, what is, why; the page as it was on a day, and back; the feed and the organisations to take home.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { visit, withPage } from '../lib/browser.mjs';
import { parseCsv } from '../lib/csv.mjs';
import { none } from '../lib/expect.mjs';
import { PAST_DAY, S } from '../selectors.mjs';

const flat = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
const texts = async (list) => (await list.allTextContents()).map(flat);

// Presses `link` and waits for the page it leads to.
async function go(page, link) {
  const from = page.url();
  await Promise.all([page.waitForURL((url) => url.href !== from), link.click()]);
  await page.waitForLoadState('load');
}

async function changeOf(env, page, lang) {
  await visit(page, env, env.page('projects').path(lang));
  await go(page, page.locator(S.changesLink).first());
  assert.ok((await page.locator('main del').count()) > 0, 'no change says what was before');
  for (let pages = 1; pages <= 10; pages += 1) {
    const change = page.locator(S.change).filter({ has: page.locator(`a[href$="/projects/${env.samples.road}"]`) }).first();
    if (await change.count()) return { change, pages };
    assert.ok(await page.locator(S.older).count(), `no change of ${env.samples.road}, and no older changes`);
    await go(page, page.locator(S.older));
  }
  return assert.fail(`ten pages of changes do not reach ${env.samples.road}`);
}

// Old and new, marked as such and shown, and the reason.
async function read(change) {
  const more = change.locator(`${S.changeMore} > summary`);
  if (await more.count()) await more.first().click();
  const [old, now] = [change.locator('del'), change.locator('ins')];
  assert.ok((await old.count()) > 0 && (await now.count()) > 0, 'the change does not say what was and what is');
  for (const value of [old.first(), now.first()]) {
    assert.ok(await value.isVisible(), 'the old or the new value is not shown');
    const lines = await value.evaluate((e) => getComputedStyle(e).textDecorationLine);
    assert.notEqual(lines, 'none', 'old and new are told apart by colour only');
  }
  const why = flat(await change.locator(S.changeWhy).last().innerText());
  // Who, then why.
  assert.match(why, /^\S.* · .*\p{L}/u, 'no reason is given');
  return { old: await texts(old), now: await texts(now), why };
}

// The project page tells the same change in the same words.
async function sameOnProject(page, told) {
  const step = page.locator(S.historyStep).first();
  assert.ok(await step.count(), 'the project page has no history');
  for (const value of [...told.old, ...told.now]) {
    assert.ok([...(await texts(step.locator('del'))), ...(await texts(step.locator('ins')))].includes(value), `the history of the project does not say “${value}”`);
  }
  assert.equal(flat(await step.locator(S.changeWhy).last().textContent()), told.why, 'another reason on the project page');
}

async function asItWas(page, env, lang) {
  const today = await texts(page.locator(S.meter));
  assert.equal(await page.locator(S.pastNote).count(), 0, 'the page of today says that it is old');
  await page.locator(S.dateField).fill(PAST_DAY);
  await go(page, page.locator(S.dateSubmit));
  assert.equal(new URL(page.url()).searchParams.get('on'), PAST_DAY, `the address does not hold the day: ${page.url()}`);
  assert.ok(await page.locator(S.pastNote).isVisible(), 'the page as it was does not say so');
  assert.notDeepEqual(await texts(page.locator(S.meter)), today, 'the page as it was shows the figures of today');
  assert.match(await page.locator(S.dateField).inputValue(), /^\d{4}-\d\d-\d\d$/, 'the date field forgets the date');
  const later = await page.locator(`${S.historyStep} time`).evaluateAll((times, day) => times.map((time) => time.dateTime).filter((date) => date > day), PAST_DAY);
  none(later, `the page as it was on ${PAST_DAY} tells later changes`);
  const canonical = new URL(await page.locator('link[rel="canonical"]').getAttribute('href'), page.url());
  assert.ok(canonical.searchParams.get('version') && !canonical.searchParams.has('on'), `the page as it was is cited as ${canonical}`);
  assert.equal((await env.get(canonical.pathname + canonical.search)).status, 200, `${canonical} does not answer`);

  await go(page, page.locator(S.past).first());
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `/${lang}/projects/${env.samples.road}`, 'the way back leads elsewhere');
  assert.deepEqual(await texts(page.locator(S.meter)), today, 'the figures of today have changed on the way');
}

// Runs in the page: a reader of feeds is as strict as this.
function readFeed(source) {
  const ATOM = 'http://www.w3.org/2005/Atom';
  const xml = new DOMParser().parseFromString(source, 'application/xml');
  const broken = xml.querySelector('parsererror');
  if (broken) return { problems: [`not well-formed: ${broken.textContent.slice(0, 120)}`], entries: [] };
  const child = (element, name) => [...element.children].find((e) => e.localName === name && e.namespaceURI === ATOM)?.textContent.trim() ?? '';
  const feed = xml.documentElement;
  const problems = feed.localName === 'feed' && feed.namespaceURI === ATOM ? [] : [`starts with <${feed.nodeName}>`];
  const entries = [...feed.children].filter((e) => e.localName === 'entry').map((e) => ({
    id: child(e, 'id'), title: child(e, 'title'), updated: child(e, 'updated'), text: child(e, 'summary') || child(e, 'content'),
    href: [...e.children].find((link) => link.localName === 'link' && /^(alternate)?$/.test(link.getAttribute('rel') ?? ''))?.getAttribute('href') ?? '',
  }));
  for (const [where, part] of [['the feed', feed], ...[...feed.children].filter((e) => e.localName === 'entry').map((e, i) => [`entry ${i + 1}`, e])]) {
    for (const name of ['id', 'title', 'updated']) if (!child(part, name)) problems.push(`${where} has no ${name}`);
    if (Number.isNaN(Date.parse(child(part, 'updated')))) problems.push(`${where} is updated “${child(part, 'updated')}”`);
  }
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) problems.push('two entries share an id');
  const dates = entries.map(({ updated }) => Date.parse(updated));
  if (dates.some((date, i) => i && date > dates[i - 1])) problems.push('entries are not newest first');
  if (/[\u202a-\u202e]/.test(source)) problems.push('text directions are forced with embedding characters');
  return { problems, entries, lang: feed.getAttribute('xml:lang') ?? '' };
}

async function feed(env, page, lang, least) {
  const address = new URL(await page.locator(S.feed).first().getAttribute('href'), page.url()).pathname;
  const response = await env.get(address);
  assert.equal(response.status, 200, `${address} answers ${response.status}`);
  assert.match(response.headers.get('content-type'), /^application\/atom\+xml/, `${address} is ${response.headers.get('content-type')}`);
  const { problems, entries, lang: tag } = await page.evaluate(readFeed, await response.text());
  none(problems, address);
  assert.ok(entries.length >= least, `${address} has ${entries.length} entries`);
  assert.equal(tag.split('-')[0], lang, `${address} is in “${tag}”`);
  const target = new URL(entries[0].href);
  assert.equal((await env.get(target.pathname + target.search)).status, 200, `${target}, from the feed, does not answer`);
  return entries;
}

async function organisations(env, page, lang) {
  await visit(page, env, env.page('organisations').path(lang));
  const count = Number(/\d+/.exec(flat(await page.locator(S.count).first().innerText())));
  assert.ok(count > 0, 'the list counts no organisations');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(S.downloadCsv).first().click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  const { head, rows } = parseCsv(await readFile(await file.path(), 'utf8'));
  none(rows.filter((row) => row.length !== head.length).map((row) => row.join(' | ').slice(0, 120)), 'rows of another length');
  assert.equal(new Set(rows.map(([key]) => key)).size, count, 'organisations in the file and on the page');
  assert.ok(rows.some(([key]) => key === env.samples.builder), `${env.samples.builder} is not in the file`);
  return rows.length;
}

export async function follower(env, lang, way) {
  return withPage(env, { ...way, acceptDownloads: true }, async (page) => {
    const { change, pages } = await changeOf(env, page, lang);
    const told = await read(change);
    await feed(env, page, lang, 5);
    await go(page, change.locator(S.changeProject).first());
    await sameOnProject(page, told);
    const entries = await feed(env, page, lang, 2);
    assert.equal(entries.length, await page.locator(S.historyStep).count(), 'the feed and the history have other changes');
    await asItWas(page, env, lang);
    const rows = await organisations(env, page, lang);
    return `found on page ${pages}, ${entries.length} changes, ${rows} rows of organisations`;
  });
}
