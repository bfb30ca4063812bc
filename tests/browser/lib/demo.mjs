// SPDX-License-Identifier: AGPL-3.0-or-later
// A demonstration of our own, asked for by `localhost`: to sign in by the links that it prints, and because passkeys are
// bound to a name.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S } from '../selectors.mjs';

const freePort = () => new Promise((good) => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => good(port));
  });
});

let running;

// Started by the first who needs it, ended with the walk.
export function demo(env) {
  running ??= (async () => {
    assert.ok(env.bin, 'the story needs the program: --bin PATH');
    const port = await freePort();
    const data = mkdtempSync(join(tmpdir(), 'infitah-desk-'));
    const options = ['demo', '--data', data, '--listen', `127.0.0.1:${port}`];
    const program = spawn(env.bin, options, { cwd: data, stdio: ['ignore', 'pipe', 'ignore'] });
    process.on('exit', () => {
      program.kill();
      rmSync(data, { recursive: true, force: true });
    });
    const links = {};
    await new Promise((good, bad) => {
      let told = '';
      setTimeout(() => bad(new Error(`the demonstration did not start: ${told}`)), 180_000).unref();
      program.once('exit', () => bad(new Error(`the demonstration ended: ${told}`)));
      program.stdout.on('data', (text) => {
        told += text;
        for (const [, name, address] of told.matchAll(/^ {2}(\S+) +(http:\S+)$/gm)) links[name] = address;
        if (/answers at/.test(told)) good();
      });
    });
    // The walk does not wait for it to end.
    program.unref();
    program.stdout.unref();
    return { links, at: (path) => `http://localhost:${port}${path}` };
  })();
  return running;
}

// Signs in as one of its people: the link shows a button, and the button signs in.
export async function enter(page, link, lang) {
  await page.goto(link.replace('/ar/', `/${lang}/`));
  await Promise.all([page.waitForURL((url) => !url.pathname.includes('/demo/')), page.locator(S.mainSubmit).click()]);
}
