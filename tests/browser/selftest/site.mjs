// SPDX-License-Identifier: AGPL-3.0-or-later
// A paper model of the product: the smallest site that passes every check, to plant faults in.
// It proves the checks; it is no example of how the product is built. A place name without accents is enough here.
import { createServer } from 'node:http';

const LANGS = ['ar', 'ary', 'zgh', 'fr', 'en'];
const RTL = ['ar', 'ary'];
const TAG = { ar: 'ar-MA', ary: 'ary-Arab-MA', zgh: 'zgh-Tfng-MA', fr: 'fr-MA', en: 'en' };
const AR = { home: 'الرئيسية', places: 'الأماكن', projects: 'المشاريع', search: 'بحث', about: 'عن الموقع', privacy: 'الخصوصية', accessibility: 'الولوج', contact: 'اتصال', design: 'المكونات', data: 'المعطيات', words: 'الكلمات', notfound: 'غير موجود', skip: 'إلى المحتوى', error: 'خطأ', write: 'اكتبوا اسما', none: 'لا شيء هنا', path: 'المسار', langs: 'اللغات' };
const FR = { home: 'Accueil', places: 'Lieux', projects: 'Projets', search: 'Chercher', about: 'À propos', privacy: 'Vie privée', accessibility: 'Accessibilité', contact: 'Contact', design: 'Composants', data: 'Données', words: 'Mots', notfound: 'Introuvable', skip: 'Au contenu', error: 'Erreur', write: 'Écrivez un nom', none: 'Rien ici', path: 'Fil', langs: 'Langues' };
const WORDS = { ar: AR, ary: AR, zgh: FR, fr: FR, en: FR };

const COMMUNES = [['05.081.03.13', 'زاوية أحنصال', 'Zaouiat Ahansal'], ...Array.from({ length: 134 }, (_, i) => [`05.091.09.${i}`, `جماعة ${i}`, `Commune ${i}`])];
const PLACES = [['05', 'بني ملال-خنيفرة', 'Béni Mellal-Khénifra'], ['05.081', 'أزيلال', 'Azilal'], ...COMMUNES];
const STAGES = ['idea', 'prepared', 'works', 'finished', 'service'];
const PROJECTS = Array.from({ length: 9 }, (_, i) => ({
  // The first of the list is not the road: both have pages of their own.
  ref: `PRJ-2026-000${[2, 1][i] ?? i + 1}`, late: i % 4 === 1, builder: i % 2 === 1, name: `طريق قروية ${i + 1} – Route rurale ${i + 1}`, stage: STAGES[i % 3], place: i < 6 ? '05.081.03.13' : '05.091.09.1', cost: 1_000_000 * (20 - i),
}));

const ROAD = PROJECTS[1];
const ORGANISATIONS = [['MA-REG-05', 'المجلس – Le conseil', PROJECTS], ['MA-FIC-ATLAS-AWRACH', 'المقاولة – Atlas', PROJECTS.filter((p) => p.builder)]];
const SAID = { stage: 'Travaux الأشغال', late: '1 mois de retard متأخر', ahead: 'Payé plus vite que construit الصرف يسبق الإنجاز', why: 'Le service · pluie مطر' };
// What the three versions of the road changed.
const STEPS = [[3, '2026-11-20', '29%', '46%'], [2, '2026-10-01', '17%', '29%'], [1, '2026-07-01', '', '17%']];

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي');
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const options = (list, chosen) => list.map(([value, label]) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${label}</option>`).join('');
const links = (lang, list) => list.map((p) => `<li><a href="/${lang}/projects/${p.ref}">${p.name}</a></li>`).join('');

const CSS = `*{box-sizing:border-box}body{margin:0;font:18px/1.6 sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}
a,summary{color:#0a4b55}a,summary,button,select,input,textarea{min-block-size:44px;min-inline-size:44px;max-inline-size:100%;font:inherit}
li{list-style:none}.langs li{display:inline-block}nav a,summary,.skip{display:inline-block;padding:8px}:focus{outline:3px solid #111}.vh,.skip:not(:focus){position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.btn{border:2px solid}ul{padding:0;list-style:none}main li,main p{padding-block:8px}svg{max-inline-size:100%}
@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a,summary{color:#8df}:focus{outline-color:#fff}}
@media print{body{color:#000;background:#fff}.langs,.nav,.seek,.place,.listen,.filters,.pages{display:none}}`;

function layout(lang, path, title, main, { alternates = true, robots = '' } = {}) {
  const w = WORDS[lang];
  const head = alternates ? `<link rel="canonical" href="/${lang}${path}">${LANGS.map((l) => `<link rel="alternate" hreflang="${l}" href="/${l}${path}">`).join('')}` : '';
  const voices = [['ary', 'الدارجة', 'rtl'], ['tzm', 'ⵜⴰⵎⴰⵣⵉⵖⵜ', 'ltr'], ['shi', 'ⵜⴰⵛⵍⵃⵉⵜ', 'ltr'], ['ar', 'العربية', 'rtl'], ['fr', 'Français', 'ltr']];
  return `<!DOCTYPE html><html lang="${TAG[lang]}" dir="${RTL.includes(lang) ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} — ${lang}</title>${robots}${head}<link rel="stylesheet" href="/a.css"></head><body>
<a class="skip" href="#main">${w.skip}</a><header>
<nav class="langs" aria-label="${w.langs}"><ul>${LANGS.map((l) => `<li><a hreflang="${l}" href="/${l}${alternates ? path : '/'}">${l}</a></li>`).join('')}</ul></nav>
<form class="seek" role="search" action="/${lang}/search"><input name="q" type="search" aria-label="${w.search}"><button class="btn" type="submit">${w.search}</button></form>
<details class="place"><summary>${w.places}</summary><form action="/${lang}/go"><label for="commune">${w.places}</label><select id="commune" name="place">${options(COMMUNES.map(([c, ar, fr]) => [c, RTL.includes(lang) ? ar : fr]))}</select><button class="btn" type="submit">${w.places}</button></form></details>
<nav class="nav" aria-label="${w.home}"><a href="/${lang}/">${w.home}</a> <a href="/${lang}/projects">${w.projects}</a> <a href="/${lang}/places">${w.places}</a></nav>
<div class="pagebar"><details class="listen"><summary>🔊</summary><ul>${voices.map(([l, name, dir]) => `<li><span lang="${l}" dir="${dir}">${name}</span> 1:40</li>`).join('')}</ul></details></div></header>
<main id="main" tabindex="-1">${main}</main><footer><p>${['about', 'privacy', 'accessibility', 'contact', 'design'].map((p) => `<a href="/${lang}/${p}">${w[p]}</a>`).join(' ')}</p></footer></body></html>`;
}

const place = (code) => PLACES.find(([c]) => c === code);
const inPlace = (code) => PROJECTS.filter((p) => p.place.startsWith(code));

function projectsOf(query) {
  const of = ORGANISATIONS.find(([key]) => key === query.get('organisation'))?.[2] ?? PROJECTS;
  return of.filter((p) => p.place.startsWith(query.get('place') || '') && (!query.get('stage') || p.stage === query.get('stage')) && (query.get('state') !== 'late' || p.late) && (query.get('state') !== 'ahead' || p === ROAD) && query.get('state') !== 'silent');
}

const csv = (list) => `\ufeffref,name,stage,cost\r\n${list.map((p) => `${p.ref},"${p.name}",${p.stage},${p.cost}`).join('\r\n')}\r\n`;

const change = ([, , old, now]) => `${old ? `<del>${old}</del> ` : ''}<ins>${now}</ins><br><span class="small muted">${SAID.why}</span>`;

function road(lang, version) {
  const steps = STEPS.filter(([number]) => number <= version);
  const past = version < 3 ? `<p class="note">v${version} <a href="/${lang}/projects/${ROAD.ref}">3</a></p>` : '';
  return `${past}<p><span class="tag">${SAID.stage}</span> <span class="tag tag--late">${SAID.late}</span> <span class="tag">${SAID.ahead}</span></p><h1>${ROAD.name}</h1><p>${place(ROAD.place)[1]}</p>
<div class="meter"><b>${steps[0][3]}</b></div><details class="more"><summary>+</summary><p>${ROAD.cost}</p></details>
<section aria-labelledby="contracts"><h2 id="contracts">${WORDS[lang].about}</h2><p><a href="/${lang}/organisations/${ORGANISATIONS[1][0]}">${ORGANISATIONS[1][1]}</a></p></section>
<section aria-labelledby="changed"><h2 id="changed">${WORDS[lang].path}</h2><p><a href="/${lang}/projects/${ROAD.ref}/changes.atom">Atom</a></p><ol>${steps.map((step) => `<li><time datetime="${step[1]}"><a href="/${lang}/projects/${ROAD.ref}?version=${step[0]}">${step[1]}</a></time> ${change(step)}</li>`).join('')}</ol>
<form action="/${lang}/projects/${ROAD.ref}"><label for="on">${WORDS[lang].search}</label> <input type="date" id="on" name="on" value="${version < 3 ? steps[0][1] : ''}"><button class="btn" type="submit">${WORDS[lang].search}</button></form></section>`;
}

const feed = (lang, base, entries) => `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${TAG[lang]}"><title>x</title><id>${base}</id><updated>2026-11-20T00:00:00Z</updated>${entries
  .map(([path, date], i) => `<entry><title>x</title><id>${base}#${i}</id><link href="${base}${path}"/><updated>${date}T00:00:00Z</updated><summary>x</summary></entry>`).join('')}</feed>`;

function page(lang, path, query, form) {
  const w = WORDS[lang];
  const simple = (title, main, more) => ({ body: layout(lang, path, title, `<h1>${title}</h1>${main}`, more) });
  const none = `<div class="empty"><p>${w.none}</p></div>`;
  const [, section, code] = path.split('/');
  if (path === '/') return simple(w.home, `<p>${w.about}</p>`);
  if (['about', 'privacy', 'accessibility', 'contact', 'data', 'words'].includes(section) && !code) return simple(w[section], `<p>${w.home}</p>`);
  if (section === 'budget') {
    const at = query.size ? `${path}?${query}` : path;
    const table = `<table class="tbl"><caption>${at}</caption><tr><th scope="row">${w.projects}</th><td>1</td></tr></table>`;
    return { body: layout(lang, at, at.slice(1), `<h1>${at.slice(1)}</h1>${table}`, query.has('direction') ? { robots: '<meta name="robots" content="noindex">' } : {}) };
  }
  if (section === 'places' && !code) return simple(w.places, `<ul>${PLACES.map(([c, ar]) => `<li><a href="/${lang}/places/${c}">${ar}</a></li>`).join('')}</ul>`);
  if (section === 'places' && place(code)) return simple(`${place(code)[1]} ${place(code)[2]}`, inPlace(code).length ? `<ul>${links(lang, inPlace(code))}</ul>` : none);
  if (section === 'organisations' && !code) return simple(`${w.about} ${w.projects}`, `<p role="status">${ORGANISATIONS.length}</p><ul>${ORGANISATIONS.map(([key, name]) => `<li><a href="/${lang}/organisations/${key}">${name}</a></li>`).join('')}</ul><div class="get"><a href="/data/organisations.csv">CSV</a></div>`);
  if (section === 'organisations') {
    const [key, name, list] = ORGANISATIONS.find(([known]) => known === code) ?? [];
    if (key) return simple(name, `<table class="tbl"><caption>${w.projects}</caption>${list.map((p) => `<tr><th scope="row"><a href="/${lang}/projects/${p.ref}">${p.name}</a></th></tr>`).join('')}</table><p><a href="/${lang}/projects?organisation=${key}">${w.projects}</a></p>`);
  }
  if (section === 'changes') return simple(w.path, `<p><a href="/${lang}/changes.atom">Atom</a></p>${PROJECTS.map((p) => `<article><h2><a href="/${lang}/projects/${p.ref}">${p.name}</a></h2><p>${change(STEPS[0])}</p></article>`).join('').replace(/h2>/g, 'h3>').replace('<article>', `<h2>${w.path}</h2><article>`)}`);
  if (section === 'projects' && code === ROAD.ref) {
    const on = query.get('on');
    const version = Number(query.get('version')) || (on ? STEPS.find(([, date]) => date <= on)?.[0] : 3);
    if (version === 3) return { body: layout(lang, path, ROAD.name, road(lang, 3)) };
    if (version) return { body: layout(lang, `${path}?version=${version}`, `${ROAD.name} v${version}`, road(lang, version), { robots: '<meta name="robots" content="noindex">' }) };
  } else if (section === 'projects' && code) {
    const p = PROJECTS.find(({ ref }) => ref === code);
    if (p) return simple(p.name, `<p>${place(p.place)[1]}</p><h2>${w.projects}</h2><svg aria-hidden="true" width="20" height="20"><path d="M0 0h9v9"/></svg><table><caption>${w.projects}</caption><tr><th scope="row">${p.stage}</th><td>${p.cost}</td></tr></table>${p.builder ? `<p><a href="/${lang}/organisations/${ORGANISATIONS[1][0]}">${ORGANISATIONS[1][1]}</a></p>` : ''}`);
  } else if (section === 'projects') {
    const list = projectsOf(query);
    const pick = (name, list_) => `<p><label for="${name}">${name}</label> <select id="${name}" name="${name}"><option value="">–</option>${options(list_.map((v) => [v, v]), query.get(name))}</select></p>`;
    return simple(w.projects, `<p><a href="/${lang}/changes">${w.path}</a> <a href="/${lang}/organisations">${w.about}</a></p><details class="filters" open><summary>${w.search}</summary><form action="/${lang}/projects">${pick('place', ['05.081', '05.091'])}${pick('stage', STAGES)}${pick('state', ['late', 'silent', 'ahead'])}${pick('organisation', ORGANISATIONS.map(([key]) => key))}${pick('sort', ['cost', 'name'])}<button class="btn" type="submit">${w.search}</button></form></details>
<p role="status" data-count="${list.length}">${list.length} ${w.projects}</p><table class="tbl"><caption>${w.projects}</caption><thead><tr><th scope="col">${w.projects}</th></tr></thead><tbody>${list.slice(0, 5).map((p) => `<tr><td><a href="/${lang}/projects/${p.ref}">${p.name}</a>${p.late ? ` <span class="tag--late">${SAID.late}</span>` : ''}</td></tr>`).join('')}</tbody></table>
<div class="get"><a href="/data/projects.csv?${escape(query)}">CSV</a> <a href="/data/projects.oc4ids.json">OC4IDS</a></div>`);
  }
  if (section === 'search') {
    const words = fold(query.get('q') ?? '').split(/\s+/).filter(Boolean);
    const hit = (text) => words.length && words.every((word) => fold(text).includes(word));
    const found = links(lang, PROJECTS.filter((p) => hit(p.name))) + PLACES.filter((p) => hit(p.join(' '))).map(([c, ar, fr]) => `<li><a href="/${lang}/places/${c}">${ar} ${fr}</a></li>`).join('');
    const form = `<form action="/${lang}/search"><label for="q">${w.search}</label> <input id="q" name="q" type="search" value="${escape(query.get('q') ?? '')}"><button class="btn" type="submit">${w.search}</button></form>`;
    return simple(w.search, form + (found ? `<ul>${found}</ul>` : none));
  }
  if (section === 'design') {
    const bad = form ? ['name', 'text'].filter((f) => !form.get(f)) : [];
    const field = (f) => `<div class="${bad.includes(f) ? 'field--bad' : 'field'}"><label for="f-${f}">${f}</label>${bad.includes(f) ? `<p id="e-${f}">${w.write} (${f})</p>` : ''}<input id="f-${f}" name="${f}" value="${escape(form?.get(f) ?? '')}"${bad.includes(f) ? ` aria-invalid="true" aria-describedby="e-${f}"` : ''}></div>`;
    const summary = bad.length ? `<div class="errsum" role="alert"><h2>${w.error}</h2><ul>${bad.map((f) => `<li><a href="#f-${f}">${w.write} (${f})</a></li>`).join('')}</ul></div>` : '';
    const title = bad.length ? `${w.error}: ${w.design}` : w.design;
    return { status: bad.length ? 422 : 200, body: layout(lang, path, title, `<h1>${w.design}</h1>${summary}<form method="post" action="/${lang}/design" novalidate>${field('name')}${field('text')}<button class="btn" type="submit">${w.contact}</button></form>`) };
  }
  return { status: 404, body: layout(lang, path, w.notfound, `<h1>${w.notfound}</h1><p><a href="/${lang}/">${w.home}</a> <a href="/${lang}/projects">${w.projects}</a></p>`, { alternates: false }) };
}

function answer(method, url, headers, form) {
  const html = (result) => ({ status: 200, ...result, type: 'text/html; charset=utf-8' });
  const json = (value) => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });
  const to = (location) => ({ status: 303, type: 'text/plain', body: '', headers: { location, vary: 'Accept-Language' } });
  const path = decodeURIComponent(url.pathname);
  if (path === '/') return to(`/${(headers['accept-language'] ?? '').split(/[,;-]/).find((l) => LANGS.includes(l)) ?? 'ar'}/`);
  if (path === '/favicon.ico') return { status: 200, type: 'image/x-icon', body: '' };
  if (path === '/a.css') return { status: 200, type: 'text/css', body: CSS };
  if (path === '/data/projects.csv') return { status: 200, type: 'text/csv; charset=utf-8', body: csv(projectsOf(url.searchParams)), headers: { 'content-disposition': 'attachment; filename="projects.csv"' } };
  if (path === '/data/organisations.csv') return { status: 200, type: 'text/csv; charset=utf-8', body: `organisation,role\r\n${ORGANISATIONS.map(([key]) => `${key},funder\r\n`).join('')}`, headers: { 'content-disposition': 'attachment; filename="organisations.csv"' } };
  if (path === '/data/projects.oc4ids.json') return json({ version: '0.9', projects: PROJECTS.map(({ ref }) => ({ id: `oc4ids-abc123-${ref}` })) });
  if (path === '/api/v1/places') return json({ items: PLACES, next: null });
  if (path === '/api/v1/projects') return json({ items: PROJECTS, next: null });
  const [, lang, ...rest] = path.split('/');
  if (!LANGS.includes(lang)) return { status: 404, type: 'text/plain', body: 'not found' };
  if (path.endsWith('.atom')) {
    const entries = rest[0] === 'changes.atom' ? PROJECTS.map((p) => [`/${lang}/projects/${p.ref}`, '2026-11-20']) : STEPS.map(([version, date]) => [`/${lang}/projects/${ROAD.ref}?version=${version}`, date]);
    return { status: 200, type: 'application/atom+xml', body: feed(lang, `http://${headers.host}`, entries) };
  }
  if (rest[0] === 'go') return to(`/${lang}/places/${url.searchParams.get('place') ?? ''}`.replace(/\/$/, ''));
  return html(page(lang, `/${rest.join('/')}`, url.searchParams, form));
}

// `spoil(result, path)` changes an answer before it is sent: that is how faults are planted.
export async function serve(spoil = () => {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    let sent = '';
    for await (const chunk of request) sent += chunk;
    const result = answer(request.method, url, request.headers, request.method === 'POST' ? new URLSearchParams(sent) : null);
    result.headers = { 'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'", ...result.headers };
    spoil(result, url.pathname);
    response.writeHead(result.status, { 'content-type': result.type, ...result.headers });
    response.end(result.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
