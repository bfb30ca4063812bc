// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading served HTML as text, for checks that need no browser. Only for pages we write ourselves.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const decode = (text) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (all, name) => {
    if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? all;
    const code = name[1].toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return String.fromCodePoint(code);
  });

// [{tag, attribute, value}] for everything a page points at.
export function pointers(html) {
  const found = [];
  const clean = html.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, tag, attributes] of clean.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)) {
    for (const [, name, a, b, c] of attributes.matchAll(/\s(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)) {
      found.push({ tag: tag.toLowerCase(), attribute: name.toLowerCase(), value: decode(a ?? b ?? c ?? '').trim(), attributes });
    }
  }
  return found;
}

export const ids = (html) =>
  new Set([...html.matchAll(/\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map(([, a, b, c]) => decode(a ?? b ?? c)));

export const titleOf = (html) => decode(/<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '').replace(/\s+/g, ' ').trim();

// The reference of the first project the list links to.
export function firstProject(html, lang) {
  const prefix = `/${lang}/projects/`;
  for (const { tag, value } of pointers(html)) {
    if (tag !== 'a') continue;
    const path = value.replace(/^https?:\/\/[^/]+/, '').split(/[?#]/)[0];
    if (path.startsWith(prefix) && path.length > prefix.length) return path.slice(prefix.length);
  }
  return null;
}
