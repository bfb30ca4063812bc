// SPDX-License-Identifier: AGPL-3.0-or-later
// The stories of people, each told with scripts and without: nothing may depend on them.
import { DESK, PHONE } from '../lib/browser.mjs';
import { villager } from '../stories/villager.mjs';
import { journalist } from '../stories/journalist.mjs';
import { reader } from '../stories/reader.mjs';
import { president } from '../stories/president.mjs';
import { forms } from '../stories/forms.mjs';
import { follower } from '../stories/follower.mjs';
import { neighbour } from '../stories/neighbour.mjs';
import { oldphone } from '../stories/oldphone.mjs';
import { citizen } from '../stories/citizen.mjs';
import { helped } from '../stories/helped.mjs';
import { keyboard } from '../stories/keyboard.mjs';
import { clerk } from '../stories/clerk.mjs';
import { councillor, farmer, reporter } from '../stories/budget.mjs';

const STORIES = { villager, journalist, reader, president, forms };
// Told on a phone and on a wide screen: in `test` every screen, way and language is met, in `prove` every mixture of them.
const SCREENS = { phone: PHONE, wide: DESK };
const ANYWHERE = { helped, follower, neighbour, citizen, keyboard, farmer, councillor, reporter, clerk };
const PAIRS = [['story', 'ar', 'wide'], ['nojs', 'ar', 'phone'], ['story', 'fr', 'phone'], ['nojs', 'fr', 'wide']];
const MIXTURES = ['story', 'nojs'].flatMap((way) => ['ar', 'fr'].flatMap((lang) => Object.keys(SCREENS).map((screen) => [way, lang, screen])));

const scripts = (way) => ({ javaScriptEnabled: way === 'story' });

export const tasks = (env) => env.scope === 'shots' ? [] : [
  ...['story', 'nojs'].flatMap((way) => Object.entries(STORIES).flatMap(([name, tell]) =>
    ['ar', 'fr'].map((lang) => ({ name: `${way} ${name} ${lang}`, run: () => tell(env, lang, scripts(way)) })))),
  ...Object.entries(ANYWHERE).flatMap(([name, tell]) => (env.prove ? MIXTURES : PAIRS)
    .map(([way, lang, screen]) => ({ name: `${way} ${name} ${lang} ${screen}`, run: () => tell(env, lang, { ...SCREENS[screen], ...scripts(way) }) }))),
  ...['ar', 'fr'].map((lang) => ({ name: `nojs oldphone ${lang}`, run: () => oldphone(env, lang, scripts('nojs')) })),
];
