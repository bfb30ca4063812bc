// SPDX-License-Identifier: AGPL-3.0-or-later
// A check that finds several faults shows them all (the first dozen), not only the first.
import { AssertionError } from 'node:assert';

export function none(problems, what) {
  if (problems.length === 0) return;
  const shown = problems.slice(0, 12);
  const more = problems.length - shown.length;
  throw new AssertionError({
    message: [`${what}: ${problems.length}`, ...shown, ...(more ? [`… and ${more} more`] : [])].join('\n'),
  });
}
