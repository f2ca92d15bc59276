import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

const cashWords = new Set(
  'cash,bar,bargeld,espèces,especes,efectivo,contanti,contante,contant,dinheiro,kontant,gotówka,наличные,現金,现金,현금'.split(
    ',',
  ),
);

/**
 * The shop's way of paying that a file's word means: as a person chose, by its name, or its only cash. Null where it has
 * none; the word then becomes an archived one.
 */
export function shopTender(db: ReadDb, word: string, chosen: ReadonlyMap<string, number>): number | null {
  const own = db.all(
    query
      .selectFrom('tenders')
      .select(['id', 'name', 'kind', 'archivedAt'])
      .where('purpose', 'is', null)
      .orderBy('archivedAt')
      .orderBy('position'),
  );
  const name = word.toLowerCase();
  const told = chosen.get(name);
  if (told !== undefined && own.some(({ id }) => id === told)) return told;
  const named = own.find((tender) => tender.name.toLowerCase() === name);
  if (named || !cashWords.has(name)) return named?.id ?? null;
  const cash = own.filter(({ kind, archivedAt }) => kind === 'cash' && archivedAt === null);
  return cash.length === 1 ? (cash[0]?.id ?? null) : null;
}

/** What kind of paying a word is, for a way of paying that is made of it. */
export function kindOfTender(word: string): 'cash' | 'card' | 'upi' | 'other' {
  const name = word.toLowerCase();
  if (cashWords.has(name)) return 'cash';
  if (/\bupi\b/.test(name)) return 'upi';
  return /card|karte|carte|tarjeta|carta\b|visa|master|amex|credit|debit|kaart|kort/.test(name)
    ? 'card'
    : 'other';
}
