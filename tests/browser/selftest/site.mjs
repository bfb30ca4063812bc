// SPDX-License-Identifier: AGPL-3.0-or-later
// A paper model of the product: the smallest site that passes every check, to plant faults in.
// It proves the checks; it is no example of how the product is built. A place name without accents is enough here.
import { createServer } from 'node:http';

const LANGS = ['ar', 'ary', 'zgh', 'fr', 'en'];
const RTL = ['ar', 'ary'];
const TAG = { ar: 'ar-MA', ary: 'ary-Arab-MA', zgh: 'zgh-Tfng-MA', fr: 'fr-MA', en: 'en' };
const AR = { home: 'الرئيسية', places: 'الأماكن', projects: 'المشاريع', search: 'بحث', about: 'عن الموقع', privacy: 'الخصوصية', accessibility: 'الولوج', contact: 'اتصال', design: 'المكونات', notfound: 'غير موجود', skip: 'إلى المحتوى', error: 'خطأ', write: 'اكتبوا اسما', none: 'لا شيء هنا', path: 'المسار', langs: 'اللغات' };
const FR = { home: 'Accueil', places: 'Lieux', projects: 'Projets', search: 'Chercher', about: 'À propos', privacy: 'Vie privée', accessibility: 'Accessibilité', contact: 'Contact', design: 'Composants', notfound: 'Introuvable', skip: 'Au contenu', error: 'Erreur', write: 'Écrivez un nom', none: 'Rien ici', path: 'Fil', langs: 'Langues' };
const WORDS = { ar: AR, ary: AR, zgh: FR, fr: FR, en: FR };

const COMMUNES = [['05.081.03.13', 'زاوية أحنصال', 'Zaouiat Ahansal'], ...Array.from({ length: 134 }, (_, i) => [`05.091.09.${i}`, `جماعة ${i}`, `Commune ${i}`])];
const PLACES = [['05', 'بني ملال-خنيفرة', 'Béni Mellal-Khénifra'], ['05.081', 'أزيلال', 'Azilal'], ...COMMUNES];
const STAGES = ['idea', 'prepared', 'works', 'finished', 'service'];
const PROJECTS = Array.from({ length: 9 }, (_, i) => ({
  ref: `PRJ-${i + 1}`, name: `طريق قروية ${i + 1} – Route rurale ${i + 1}`, stage: STAGES[i % 3], place: i < 6 ? '05.081.03.13' : '05.091.09.1', cost: 1_000_000 * (20 - i),
}));

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي');
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const options = (list, chosen) => list.map(([value, label]) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${label}</option>`).join('');
const links = (lang, list) => list.map((p) => `<li><a href="/${lang}/projects/${p.ref}">${p.name}</a></li>`).join('');

const CSS = `*{box-sizing:border-box}body{margin:0;font:18px/1.6 sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}
a,summary{color:#0a4b55}a,summary,button,select,input,textarea{min-block-size:44px;min-inline-size:44px;max-inline-size:100%;font:inherit}
nav a,summary,.skip{display:inline-block;padding:8px}:focus{outline:3px solid #111}.vh,.skip:not(:focus){position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.btn{border:2px solid}ul{padding:0;list-style:none}main li,main p{padding-block:8px}svg{max-inline-size:100%}
@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a,summary{color:#8df}:focus{outline-color:#fff}}
@media print{body{color:#000;background:#fff}.langs,.nav,.seek,.place,.listen,.filters,.pages{display:none}}`;

function layout(lang, path, title, main, { alternates = true } = {}) {
  const w = WORDS[lang];
  const head = alternates ? `<link rel="canonical" href="/${lang}${path}">${LANGS.map((l) => `<link rel="alternate" hreflang="${l}" href="/${l}${path}">`).join('')}` : '';
  const voices = [['ary', 'الدارجة', 'rtl'], ['tzm', 'ⵜⴰⵎⴰⵣⵉⵖⵜ', 'ltr'], ['shi', 'ⵜⴰⵛⵍⵃⵉⵜ', 'ltr'], ['ar', 'العربية', 'rtl'], ['fr', 'Français', 'ltr']];
  return `<!DOCTYPE html><html lang="${TAG[lang]}" dir="${RTL.includes(lang) ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} — ${lang}</title>${head}<link rel="stylesheet" href="/a.css"></head><body>
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
  return PROJECTS.filter((p) => p.place.startsWith(query.get('place') || '') && (!query.get('stage') || p.stage === query.get('stage')));
}

const csv = (list) => `\ufeffref,name,stage,cost\r\n${list.map((p) => `${p.ref},"${p.name}",${p.stage},${p.cost}`).join('\r\n')}\r\n`;

function page(lang, path, query, form) {
  const w = WORDS[lang];
  const simple = (title, main, more) => ({ body: layout(lang, path, title, `<h1>${title}</h1>${main}`, more) });
  const none = `<div class="empty"><p>${w.none}</p></div>`;
  const [, section, code] = path.split('/');
  if (path === '/') return simple(w.home, `<p>${w.about}</p>`);
  if (['about', 'privacy', 'accessibility', 'contact'].includes(section) && !code) return simple(w[section], `<p>${w.home}</p>`);
  if (section === 'places' && !code) return simple(w.places, `<ul>${PLACES.map(([c, ar]) => `<li><a href="/${lang}/places/${c}">${ar}</a></li>`).join('')}</ul>`);
  if (section === 'places' && place(code)) return simple(`${place(code)[1]} ${place(code)[2]}`, inPlace(code).length ? `<ul>${links(lang, inPlace(code))}</ul>` : none);
  if (section === 'projects' && code) {
    const p = PROJECTS.find(({ ref }) => ref === code);
    if (p) return simple(p.name, `<p>${place(p.place)[1]}</p><h2>${w.projects}</h2><svg aria-hidden="true" width="20" height="20"><path d="M0 0h9v9"/></svg><table><caption>${w.projects}</caption><tr><th scope="row">${p.stage}</th><td>${p.cost}</td></tr></table>`);
  } else if (section === 'projects') {
    const list = projectsOf(query);
    const pick = (name, list_) => `<p><label for="${name}">${name}</label> <select id="${name}" name="${name}"><option value="">–</option>${options(list_.map((v) => [v, v]), query.get(name))}</select></p>`;
    return simple(w.projects, `<details class="filters" open><summary>${w.search}</summary><form action="/${lang}/projects">${pick('place', ['05.081', '05.091'])}${pick('stage', STAGES)}${pick('sort', ['cost', 'name'])}<button class="btn" type="submit">${w.search}</button></form></details>
<p role="status">${list.length} ${w.projects}</p><table class="tbl"><caption>${w.projects}</caption><thead><tr><th scope="col">${w.projects}</th></tr></thead><tbody>${list.slice(0, 5).map((p) => `<tr><td><a href="/${lang}/projects/${p.ref}">${p.name}</a></td></tr>`).join('')}</tbody></table>
<div class="get"><a href="/data/projects.csv?${escape(query)}">CSV</a> <a href="/data/projects.oc4ids.json">OC4IDS</a></div>`);
  }
  if (section === 'search') {
    const words = fold(query.get('q') ?? '').split(/\s+/).filter(Boolean);
    const hit = (text) => words.length && words.every((word) => fold(text).includes(word));
    const found = links(lang, PROJECTS.filter((p) => hit(p.name))) + PLACES.filter((p) => hit(p.join(' '))).map(([c, ar, fr]) => `<li><a href="/${lang}/places/${c}">${ar} ${fr}</a></li>`).join('');
    const answer = simple(w.search, found ? `<ul>${found}</ul>` : none);
    answer.body = answer.body.replace('name="q"', `name="q" value="${escape(query.get('q') ?? '')}"`);
    return answer;
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
  if (path === '/data/projects.oc4ids.json') return json({ version: '0.9', projects: PROJECTS.map(({ ref }) => ({ id: `oc4ids-abc123-${ref}` })) });
  if (path === '/api/v1/places') return json({ items: PLACES, next: null });
  if (path === '/api/v1/projects') return json({ items: PROJECTS, next: null });
  const [, lang, ...rest] = path.split('/');
  if (!LANGS.includes(lang)) return { status: 404, type: 'text/plain', body: 'not found' };
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
