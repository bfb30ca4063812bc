// SPDX-License-Identifier: AGPL-3.0-or-later
// RFC 4180, the few rules of it: quoted fields, doubled quotes, line breaks inside quotes.
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '');
  const separator = /^[^\n"]*;/.test(source) && !/^[^\n";]*,/.test(source) ? ';' : ',';
  const endField = () => { row.push(field); field = ''; };
  const endRow = () => { endField(); rows.push(row); row = []; };
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (source[i + 1] === '"') { field += '"'; i += 1; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === separator) endField();
    else if (c === '\n') endRow();
    else if (c !== '\r') field += c;
  }
  if (field !== '' || row.length) endRow();
  const [head = [], ...body] = rows;
  return { head, rows: body.filter((cells) => cells.some((cell) => cell !== '')) };
}
