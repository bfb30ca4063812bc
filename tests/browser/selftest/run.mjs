// SPDX-License-Identifier: AGPL-3.0-or-later
// A check that never fails is no check: the model site passes, and every fault planted in it is caught by the check meant for it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serve } from './site.mjs';

const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));

const swap = (from, to) => (result) => { result.body = result.body.replace(from, to); };
const on = (path, spoil) => (result, at) => { if (at === path) spoil(result, at); };
const header = (name, value) => (result) => { result.headers[name] = value; };
const both = (...spoils) => (result, at) => spoils.forEach((spoil) => spoil(result, at));

// [fault, the check that must see it (--only), words in its report, how the fault is planted]
const FAULTS = [
  ['a missing label', 'axe fr projects', 'select-name', on('/fr/projects', swap('<label for="stage">', '<label>'))],
  ['grey on white', 'axe ar home', 'color-contrast', swap('color:#111;background:#fff', 'color:#bbb;background:#fff')],
  ['grey on black, in the dark only', 'axe ar home', '1280/dark', swap('color:#eee;background:#111', 'color:#333;background:#111')],
  ['a missing label in a closed panel', 'axe fr home', '/open', on('/fr/', swap('<label for="commune">', '<label>'))],
  ['a box of 400 px', 'reflow ar', 'home: page is', on('/a.css', (r) => { r.body += 'main h1{inline-size:400px}'; })],
  ['a table that is too wide where both directions are listed', 'reflow ar', 'budget-lines: page is', both(on('/a.css', (r) => { r.body += 'td{white-space:nowrap}'; }), on('/ar/budget/2027/lines', (r) => { if (!r.body.includes('lines?direction')) r.body = r.body.replace('<td>1</td>', `<td>${'1'.repeat(60)}</td>`); }))],
  ['overflow swept under the carpet', 'reflow ar', 'hides its overflow', on('/a.css', (r) => { r.body += 'body{overflow-x:hidden}'; })],
  ['a heavy page', 'weight fr about', 'at most', on('/fr/about', swap('</main>', `<p hidden>${'x'.repeat(60_000)}</p></main>`))],
  ['a font from elsewhere', 'weight fr about', 'another origin', on('/fr/about', both(header('content-security-policy', ''), swap('</head>', '<link rel="stylesheet" href="http://127.0.0.2:9/f.css"></head>')))],
  ['a style attribute', 'source fr', 'style attribute', on('/fr/about', swap('<h1>', '<h1 style="color:red">'))],
  ['a style attribute, seen by the policy', 'quiet fr', 'console', on('/fr/about', swap('<h1>', '<h1 style="color:red">'))],
  ['an inline script', 'source ar', 'inline script', on('/ar/about', swap('</main>', '<script>1</script></main>'))],
  ['an event attribute', 'source ar', 'event attribute', on('/ar/about', swap('<h1>', '<h1 onclick="x()">'))],
  ['a cookie', 'quiet ar', 'sets a cookie', on('/ar/privacy', header('set-cookie', 'id=1'))],
  ['a cookie on the style sheet', 'quiet ar', 'sets a cookie', on('/a.css', header('set-cookie', 'id=1'))],
  ['no content policy', 'quiet ar', 'no Content-Security-Policy', on('/ar/privacy', header('content-security-policy', ''))],
  ['a script error', 'quiet ar', 'script error', both(on('/a.js', (r) => { r.status = 200; r.type = 'text/javascript'; r.body = 'nope()'; }), on('/ar/about', swap('</head>', '<script src="/a.js"></script></head>')))],
  ['the wrong direction', 'source ar', 'dir=', on('/ar/about', swap('dir="rtl"', 'dir="ltr"'))],
  ['two h1', 'source fr', '2 h1', on('/fr/about', swap('</main>', '<h1>x</h1></main>'))],
  ['a missing alternate', 'source fr', 'alternates for zgh', on('/fr/about', swap(/<link[^>]*hreflang="zgh"[^>]*>/, ''))],
  ['an alternate that is not there', 'source fr', 'answers 404', on('/fr/about', swap('href="/zgh/about"', 'href="/zgh/abut"'))],
  ['no icon', 'source fr', 'icon', on('/favicon.ico', (r) => { r.status = 404; })],
  ['twin titles', 'titles fr', 'share', on('/fr/privacy', swap('<title>Vie privée', '<title>À propos'))],
  ['a broken link', 'links fr', 'answers 404', on('/fr/about', swap('</main>', '<a href="/fr/lost">x</a></main>'))],
  ['a dead link', 'links fr', 'leads nowhere', on('/fr/about', swap('</main>', '<a href="#">x</a></main>'))],
  ['a skip link to nowhere', 'keys ar', 'does not lead', on('/ar/about', swap('id="main" tabindex="-1"', 'id="mian"'))],
  ['a small button', 'targets ar', 'wants 44', on('/a.css', (r) => { r.body += '.btn{min-block-size:30px;padding:0;block-size:30px}'; })],
  ['a print with navigation', 'print fr', '.nav is printed', on('/a.css', swap('.langs,.nav,', '.langs,'))],
  ['movement', 'modes reduced-motion fr', 'moves', on('/a.css', (r) => { r.body += 'a{transition:color 1s}'; })],
  ['buttons lost in forced colours', 'modes forced-colours fr', 'without border', on('/a.css', swap('.btn{border:2px solid}', '.btn{border:0}'))],
  ['a missing voice', 'story villager ar', 'voices offered', swap(/<li><span lang="shi".*?<\/li>/, '')],
  ['listen elsewhere', 'nojs villager fr', 'listen', on('/fr/privacy', swap('<div class="pagebar">', '<div class="other">'))],
  ['French for everybody', 'data front-door', 'Accept-Language', on('/', header('location', '/fr/'))],
  ['a file that is not the list', 'story journalist fr', 'rows in the file', on('/data/projects.csv', swap(/PRJ-2026-0004,.*\r\n/, ''))],
  ['a file in another order', 'nojs journalist ar', 'sorted by cost', on('/data/projects.csv', swap(/(PRJ-2026-0002,.*\r\n)(.*\r\n)/, '$2$1'))],
  ['a cell a spreadsheet runs', 'data csv', 'would run', on('/data/projects.csv', swap('"طريق', '"=طريق'))],
  ['a table without caption', 'story reader ar', 'caption', on('/ar/projects/PRJ-2026-0002', swap(/<caption>.*<\/caption>/, ''))],
  ['a naked svg', 'story reader fr', 'svg', on('/fr/projects/PRJ-2026-0002', swap('<svg aria-hidden="true"', '<svg'))],
  ['a skipped heading', 'nojs reader fr', 'after h1', on('/fr/projects/PRJ-2026-0002', swap(/h2>/g, 'h3>'))],
  ['an invisible focus', 'nojs reader fr', 'no focus mark', on('/a.css', swap(':focus{outline:3px', ':focus{outline:0px'))],
  ['a search that knows one spelling', 'story president fr', 'find other things', on('/fr/search', (r) => { if (r.body.includes('value="beni')) r.body = r.body.replace(/<li><a href="\/fr\/places.*?<\/li>/, ''); })],
  ['a search only a script can send', 'nojs president fr', 'Timeout', both(on('/a.js', (r) => { r.status = 200; r.type = 'text/javascript'; r.body = "document.querySelector('.seek').action = '/fr/search'"; }), on('/fr/about', (r) => { r.body = r.body.replace(' action="/fr/search"', '').replace('</body>', '<script src="/a.js"></script></body>'); }))],
  ['a form that forgets', 'nojs forms ar', 'typed is lost', on('/ar/design', swap(/(id="f-name"[^>]*) value="[^"]*"/, '$1'))],
  ['an error link to nowhere', 'story forms fr', 'not there', on('/fr/design', swap('href="#f-name"', 'href="#f-nom"'))],
  ['a past page cited as the present', 'source fr', 'leads to', on('/fr/projects/PRJ-2026-0001', swap('?version=1"><link', '"><link'))],
  ['a past page offered to search engines', 'source ar', 'as the present', on('/ar/projects/PRJ-2026-0001', swap('noindex', 'index'))],
  ['a long word in the history', 'reflow ar', 'road: page is', both(on('/a.css', (r) => { r.body += 'ol{display:grid;overflow-wrap:break-word}'; }), on('/ar/projects/PRJ-2026-0001', swap('<ol>', `<ol><li><ins>${'x'.repeat(60)}</ins></li>`)))],
  ['a change without what was', 'story follower ar', 'does not say', on('/ar/changes', (r) => { r.body = r.body.replaceAll(/<del>.*?<\/del>/g, '').replace('</main>', '<del>x</del></main>'); })],
  ['old and new told by colour only', 'nojs follower fr', 'colour only', on('/a.css', (r) => { r.body += 'del{text-decoration:none}'; })],
  ['a change without reason', 'nojs follower ar', 'reason', on('/ar/changes', (r) => { r.body = r.body.replaceAll(' · pluie مطر', ''); })],
  ['another story on the project page', 'story follower fr', 'does not say', on('/fr/projects/PRJ-2026-0001', swap('<ins>46%', '<ins>47%'))],
  ['a past page with the figures of today', 'nojs follower fr', 'figures of today', on('/fr/projects/PRJ-2026-0001', swap('<b>17%', '<b>46%'))],
  ['a past page that knows the future', 'story follower ar', 'later changes', on('/ar/projects/PRJ-2026-0001', swap('<time datetime="2026-07-01"', '<time datetime="2026-11-20"'))],
  ['a feed that is not XML', 'story follower fr', 'not well-formed', on('/fr/changes.atom', swap('<title>x', '<title>&'))],
  ['a feed without dates', 'nojs follower ar', 'no updated', on('/ar/projects/PRJ-2026-0001/changes.atom', swap(/<updated>.*?<\/updated>/, ''))],
  ['organisations lost from the file', 'nojs follower fr', 'in the file and on the page', on('/data/organisations.csv', swap(/MA-REG-05.*\r\n/, ''))],
  ['a contractor without a page', 'story neighbour ar', 'do not name', on('/ar/projects/PRJ-2026-0001', swap('href="/ar/organisations/MA-FIC-ATLAS-AWRACH"', 'href="/ar/organisations/MA-REG-05"'))],
  ['a contractor and its list', 'nojs neighbour fr', 'count other', on('/fr/projects', (r) => { r.body = r.body.replace(/data-count="4"/, 'data-count="9"'); })],
  ['panels open from the start', 'nojs oldphone ar', 'before she asks', on('/ar/projects/PRJ-2026-0001', swap('<details class="more"', '<details open class="more"'))],
  ['a warning far below', 'nojs oldphone fr', 'more is paid', on('/a.css', (r) => { r.body += 'main .tag:last-child{display:block;margin-block-start:900px}'; })],
  ['a project that is not late', 'nojs citizen ar', 'among the late', on('/ar/projects', (r) => { r.body = r.body.replaceAll(/ <span class="tag--late">.*?<\/span>/g, ''); })],
  ['a filter that does nothing', 'story citizen fr', 'are late', on('/fr/projects', (r) => { r.body = r.body.replace(/data-count="\d"/, 'data-count="9"'); })],
  ['a panel out of reach of the keyboard', 'story keyboard fr', 'does not meet', on('/fr/projects/PRJ-2026-0001', swap('<summary>+', '<summary tabindex="-1">+'))],
  ['a date form without a button', 'nojs keyboard fr', 'no button', on('/fr/projects/PRJ-2026-0001', swap(/(name="on"[^>]*>)<button.*?<\/button>/, '$1'))],
  ['a title that hides the error', 'story forms fr', 'error word', on('/fr/design', swap('<title>Erreur: ', '<title>'))],
];

function harness(base, only) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [RUN, '--base', base, '--scope', 'test', ...(only ? ['--only', only] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.on('close', (code) => done({ code, output }));
  });
}

let wrong = 0;
const say = (good, text) => { if (!good) wrong += 1; console.log(`${good ? 'ok   ' : 'FAIL '} ${text}`); };

const only = process.argv[2];
if (!only) {
  const site = await serve();
  const { code, output } = await harness(site.base);
  site.close();
  say(code === 0, `the model site: ${output.trim().split('\n').at(-1)}`);
  if (code) console.log(output.split('\n').filter((line) => !line.startsWith('ok')).join('\n'));
}
for (const [fault, check, words, spoil] of FAULTS) {
  if (only && !fault.includes(only)) continue;
  const site = await serve(spoil);
  const { code, output } = await harness(site.base, check);
  site.close();
  const caught = code === 1 && output.includes(words);
  say(caught, `${fault}: ${caught ? 'caught' : 'missed'} by ${check}`);
  if (!caught) console.log(output);
}
console.log(wrong ? `${wrong} wrong` : 'all caught');
process.exitCode = wrong ? 1 : 0;
