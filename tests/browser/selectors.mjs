// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything the stories need to know about the markup, in one place. Class names are those of the design language.
export const S = {
  skip: 'a.skip',
  langs: 'nav.langs a[hreflang]',
  person: 'main tbody th a',
  brand: '.brand',
  nav: '.nav',
  navProjects: '.nav a[href*="/projects"]',

  listen: 'details.listen',
  listenVoice: 'details.listen li',

  place: 'details.place',
  placeCommune: 'details.place form select',
  placeSubmit: 'details.place form button[type="submit"]',

  seek: 'form.seek',
  // On phones the header search becomes a link to the search page, whose form stands in main.
  searchForm: 'form[role="search"]:visible',
  searchInput: 'input[name="q"]',
  results: 'main a[href*="/projects/"], main a[href*="/places/"]',

  filters: '.filters',
  filterProvince: '.filters select[name="place"], .filters select[name="province"]',
  filterStage: '.filters select[name="stage"]',
  filterSort: '.filters select[name="sort"]',
  filterSubmit: '.filters button[type="submit"]',
  sortByCost: /cost|amount/,
  // The sentence above the list; its first number is how many projects are shown in all pages together.
  count: 'main [role="status"]',
  projectRows: 'main .tbl tbody tr',
  projectLink: 'main a[href*="/projects/"]:not([href*="?"]):not([href*="."])',
  filterState: '.filters select[name="state"]',
  filterOrganisation: '.filters select[name="organisation"]',
  late: '.tag--late',

  // What has changed: one article a change, its lines, then who and why.
  changesLink: 'main a[href$="/changes"]',
  change: 'main article',
  changeProject: 'h3 a[href*="/projects/"]',
  changeWhy: '.small.muted',
  changeMore: 'details.more',
  older: 'main a[href*="before="]',
  feed: 'main a[href$="changes.atom"]',

  // A project page.
  history: '#changed',
  historyStep: 'section[aria-labelledby="changed"] ol > li',
  dateField: 'main input[type="date"][name="on"]',
  dateSubmit: 'main form:has(input[name="on"]) button[type="submit"]',
  past: 'main .note a[href*="/projects/"]',
  pastNote: 'main .note:has(a[href*="/projects/"])',
  meter: 'main .meter b',
  ahead: 'main .tag, main .note--warn:not(:has(a))',
  stage: 'main .tag',
  builder: 'section[aria-labelledby="contracts"] a[href*="/organisations/"]',
  organisationLink: 'main a[href*="/organisations/"]',
  organisationProjects: 'main .tbl a[href*="/projects/"]',
  organisationList: 'main a[href*="/projects?organisation="]',

  downloadCsv: '.get a[href*=".csv"]',
  downloadOc4ids: '.get a[href*="oc4ids"]',

  empty: 'main .empty',
  tables: 'table',

  mainSubmit: 'main button[type="submit"]',
  proof: 'main li.panel',
  addPasskey: 'main form[action$="/my/proofs/passkey"] button',
  addTotp: 'main form[action$="/my/proofs/totp"] button',
  confirmTotp: 'main form[action$="/my/proofs/totp/code"] button',
  totpLetters: 'main code',
  passkeyButton: 'main form[data-passkey] button',
  usePasskey: 'main form[action*="/my/prove/passkey"] button',
  proveByCode: 'main form:has(#code) button',

  form: 'main form[method="post" i]',
  formSubmit: 'main form[method="post" i] button[type="submit"]',
  errorSummary: '.errsum',
  errorLinks: 'a[href^="#"]',
  badField: '.field--bad',
};

// Columns of the projects download.
export const CSV = { ref: /^(ref|reference|id)$/i, cost: /^(cost|budget|amount)/i, costDown: true };

// Voices a page can be heard in. tzm: central Atlas Tamazight, shi: Tashelhit.
export const VOICES = ['ary', 'tzm', 'shi', 'ar', 'fr'];

// The word a title starts with when a form has errors.
export const ERROR_WORD = { ar: /^خطأ/, ary: /^(خطأ|غلط)/, zgh: /^[\u2d30-\u2d7f]/, fr: /^Erreur/, en: /^Error/ };

// What stage, delay and the paid-ahead warning are called.
export const STAGE_WORDS = { ar: /الأشغال|أشغال/, fr: /Travaux/ };
export const LATE_WORDS = { ar: /تأخر|تأخير|متأخر/, fr: /de retard/ };
export const AHEAD_WORDS = { ar: /يسبق الإنجاز|أسرع مما/, fr: /payé plus .*(construi|bâti)/i };

// Two dates of the road: one it can be seen on, one whose day and month read the same in any order.
export const PAST_DAY = '2026-08-01';
export const KEYED_DAY = { keys: '08082026', value: '2026-08-08' };

// What the president of an association types, and what is the same word for her.
export const SEARCHES = {
  plain: { ar: 'طريق', fr: 'route' },
  same: [
    ['Béni Mellal', 'beni mellal'],
    ['زاوية', 'زاويه'],
    ['أزيلال', 'ازيلال'],
  ],
  place: { ar: 'زاويه احنصال', fr: 'zaouiat ahansal' },
  nothing: 'qqzzxxkk',
};

// Names of the commune of the first story.
export const COMMUNE_NAME = /زاوية أحنصال|Zaouiat Ahansal/;

// Hidden on paper.
export const PAPERLESS = ['.langs', '.nav', '.seek', '.place', '.listen', '.filters', '.pages'];
