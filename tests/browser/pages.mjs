// SPDX-License-Identifier: AGPL-3.0-or-later
// The public pages. `core`: looked at by axe in scope `test`; `alternates: false`: has no canonical address;
// `past`: a page as it was, or narrowed, with an address of its own that search engines leave alone;
// `narrowed`: a list with a filter, which bears the title of the whole list.

// Real codes of the 2024 census; Zaouiat Ahansal is the rural commune of Azilal the first story is about.
// PRJ-2026-0001 is the road there: it fills every section of a project page, in three versions.
export const SAMPLES = { region: '05', province: '05.081', commune: '05.081.03.13', query: 'Azilal', road: 'PRJ-2026-0001', organisation: 'MA-REG-05', builder: 'MA-FIC-ATLAS-AWRACH', year: 2027, chapter: 'spending/2/30', programme: 'spending/2/30/10/1', account: 'annexed:MG/spending', line: 'spending:1:10:10:1:1:1:PER' };

const LIST = [
  { id: 'home', path: '/', core: true },
  { id: 'places', path: '/places' },
  { id: 'region', path: (s) => `/places/${s.region}` },
  { id: 'province', path: (s) => `/places/${s.province}`, core: true },
  { id: 'commune', path: (s) => `/places/${s.commune}`, core: true },
  { id: 'projects', path: '/projects', core: true },
  { id: 'project', path: (s) => `/projects/${s.project}` },
  { id: 'road', path: (s) => `/projects/${s.road}`, core: true },
  { id: 'past', path: (s) => `/projects/${s.road}?version=1`, past: true },
  { id: 'budget', path: '/budget', core: true },
  { id: 'budget-placed', path: (s) => `/budget/${s.year}?place=${s.province}` },
  // Both directions and every measure: the widest that the list of lines can be.
  { id: 'budget-lines', path: (s) => `/budget/${s.year}/lines`, core: true },
  { id: 'budget-narrowed', path: (s) => `/budget/${s.year}/lines?direction=revenue`, past: true, narrowed: true },
  { id: 'budget-line', path: (s) => `/budget/${s.year}/lines/${s.line}` },
  { id: 'budget-chapter', path: (s) => `/budget/${s.year}/in/${s.chapter}`, core: true },
  { id: 'budget-programme', path: (s) => `/budget/${s.year}/in/${s.programme}` },
  { id: 'budget-account', path: (s) => `/budget/${s.year}/in/${s.account}` },
  { id: 'budget-compare', path: (s) => `/budget/${s.year}/compare` },
  { id: 'budget-spent', path: '/budget/2025/spent', core: true },
  { id: 'budget-law', path: (s) => `/budget/${s.year}/law` },
  { id: 'organisations', path: '/organisations' },
  { id: 'organisation', path: (s) => `/organisations/${s.organisation}`, core: true },
  { id: 'changes', path: '/changes', core: true },
  { id: 'search', path: (s) => `/search?q=${encodeURIComponent(s.query)}`, core: true },
  { id: 'about', path: '/about' },
  { id: 'privacy', path: '/privacy' },
  { id: 'accessibility', path: '/accessibility' },
  { id: 'contact', path: '/contact' },
  { id: 'data', path: '/data' },
  { id: 'words', path: '/words' },
  { id: 'messages', path: '/messages' },
  { id: 'outbox', path: '/outbox' },
  { id: 'sign-in', path: '/sign-in', core: true },
  { id: 'sign-in-code', path: '/sign-in/code' },
  { id: 'design', path: '/design', core: true },
  { id: 'notfound', path: '/no-such-page', core: true, status: 404, alternates: false },
];

export const pageList = (samples) =>
  LIST.map(({ path, ...page }) => ({
    status: 200,
    alternates: true,
    ...page,
    path: (lang) => `/${lang}${typeof path === 'function' ? path(samples) : path}`,
  }));
