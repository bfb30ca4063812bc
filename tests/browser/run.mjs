// SPDX-License-Identifier: AGPL-3.0-or-later
// Entry point: chooses the checks of a scope, runs them two at a time, prints one line each.
// Nothing is retried: a check that sometimes fails is a fault to repair, in the page or here.
import { parseArgs } from 'node:util';
import { makeEnv } from './lib/env.mjs';
import { launch } from './lib/browser.mjs';

import * as data from './checks/data.mjs';
import * as titles from './checks/titles.mjs';
import * as source from './checks/source.mjs';
import * as links from './checks/links.mjs';
import * as weight from './checks/weight.mjs';
import * as quiet from './checks/quiet.mjs';
import * as keys from './checks/keys.mjs';
import * as targets from './checks/targets.mjs';
import * as reflow from './checks/reflow.mjs';
import * as modes from './checks/modes.mjs';
import * as print from './checks/print.mjs';
import * as stories from './checks/stories.mjs';
import * as axe from './checks/axe.mjs';
import * as desk from './checks/desk.mjs';
import * as shots from './checks/shots.mjs';

const CHECKS = [data, titles, source, links, weight, quiet, keys, targets, reflow, modes, print, stories, axe, desk, shots];
const USAGE = `node run.mjs --base URL --scope test|prove|shots [--shots DIR] [--only NAME] [--bin PATH] [--jobs N]
  --only NAME   checks whose line contains NAME ("axe", "story forms ar", "nojs")
  --bin PATH    the infitah binary, for checks that start a server of their own`;

function usage(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

let args;
try {
  args = parseArgs({
    options: {
      base: { type: 'string' },
      scope: { type: 'string', default: 'test' },
      shots: { type: 'string' },
      only: { type: 'string' },
      bin: { type: 'string' },
      jobs: { type: 'string', default: '2' },
    },
  }).values;
} catch (error) {
  usage(error.message);
}
if (!args.base) usage('--base is missing');
if (!['test', 'prove', 'shots'].includes(args.scope)) usage(`unknown scope ${args.scope}`);
if (args.scope === 'shots' && !args.shots) usage('--scope shots needs --shots DIR');

let passed = 0;
let failed = 0;

function report(name, seconds, error, note) {
  const time = `${seconds.toFixed(1)} s`;
  if (!error) {
    passed += 1;
    console.log(`ok    ${name} (${note ? `${note}, ` : ''}${time})`);
    return;
  }
  failed += 1;
  const [first, ...rest] = String(error.message ?? error).split('\n').filter((line) => line.trim());
  console.log([`FAIL  ${name} (${time}): ${first}`, ...rest.map((line) => `        ${line}`)].join('\n'));
}

async function runTask(task, env) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const note = await task.run(env);
    report(task.name, seconds(), null, note);
  } catch (error) {
    report(task.name, seconds(), error);
  }
}

const env = await makeEnv(args).catch((error) => {
  console.log(`FAIL  start (0.0 s): ${error.message}\n0 passed, 1 failed`);
  process.exit(1);
});
env.browser = await launch();

const wanted = CHECKS.flatMap((check) => check.tasks(env)).filter((task) => !args.only || task.name.includes(args.only));
if (wanted.length === 0) {
  // A filter that matches nothing must not look like a success.
  await env.browser.close();
  usage(`no check matches --only ${args.only}`);
}

const queue = wanted[Symbol.iterator]();
const worker = async () => {
  for (const task of queue) await runTask(task, env);
};
await Promise.all(Array.from({ length: Math.max(1, Number(args.jobs) || 1) }, worker));
await env.browser.close();

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
