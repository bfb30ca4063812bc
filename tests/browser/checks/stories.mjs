// SPDX-License-Identifier: AGPL-3.0-or-later
// The stories of people, each told with scripts and without: nothing may depend on them.
import { villager } from '../stories/villager.mjs';
import { journalist } from '../stories/journalist.mjs';
import { reader } from '../stories/reader.mjs';
import { president } from '../stories/president.mjs';
import { forms } from '../stories/forms.mjs';

const STORIES = { villager, journalist, reader, president, forms };

export const tasks = (env) => env.scope === 'shots' ? [] :
  ['story', 'nojs'].flatMap((way) => Object.entries(STORIES).flatMap(([name, tell]) =>
    ['ar', 'fr'].map((lang) => ({ name: `${way} ${name} ${lang}`, run: () => tell(env, lang, { javaScriptEnabled: way === 'story' }) }))));
