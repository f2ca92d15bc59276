import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { Steps } from '../csv/steps.ts';

type Signs = { readonly id: number; readonly number: string; readonly above: 0 | 1; readonly below: 0 | 1 };

/** Of each document: whether any row is above zero, and whether all are below. */
const signsAfter = preparedRead<{ after: number }, Signs>(
  (slot) => sql<Signs>`
    SELECT d.id, d.number, max(l.quantity > 0 AND ifnull(l.total, 1) > 0) AS above,
      min(l.quantity < 0 OR ifnull(l.total, 0) < 0) AS below
    FROM (SELECT id, number FROM docs WHERE id > ${slot('after')} ORDER BY id LIMIT 200) AS d
    JOIN lines AS l ON l.doc = d.id GROUP BY d.id ORDER BY d.id`,
);

const mostPrefixes = 200;

/**
 * How the numbers of returns begin: letters that stand before numbers of which every row is below zero, while most
 * numbers begin otherwise. Empty where nothing is marked, or more than one beginning could be the mark as well.
 */
export function* guessReturnMarkSteps(db: ReadDb): Steps<string> {
  const prefixes = new Map<string, { docs: number; isBack: boolean }>();
  for (let after = 0; ; ) {
    const docs = signsAfter.all(db, { after });
    const last = docs.at(-1);
    if (!last) break;
    after = last.id;
    for (const { number, above, below } of docs) {
      const prefix = /^[\p{L}-]{0,10}/u.exec(number)?.[0] ?? '';
      const known = prefixes.get(prefix);
      const isBack = above === 0 && below === 1;
      if (known) {
        known.docs += 1;
        known.isBack &&= isBack;
      } else if (prefixes.size < mostPrefixes) prefixes.set(prefix, { docs: 1, isBack });
    }
    yield 0;
  }
  const [usual] = [...prefixes].sort(([, a], [, b]) => b.docs - a.docs);
  const marked = [...prefixes].filter(
    ([prefix, { isBack }]) => isBack && prefix !== '' && prefix !== usual?.[0],
  );
  // Some other letters may stand before a few that came back: corrections, bad debts.
  const [most, next] = marked.sort(([, a], [, b]) => b.docs - a.docs);
  return most !== undefined && most[1].docs >= (next?.[1].docs ?? 0) * 5 ? most[0] : '';
}
