import type { Matched } from './match-shop.ts';
import type { JoinedRead } from './stage-joined.ts';
import type { SalesRead } from './stage-sales.ts';
import type { Tally } from './tally.ts';
import type { Understanding } from './understand.ts';

/** What reading the rows told. */
export type Read = {
  readonly understanding: Understanding;
  readonly sales: SalesRead;
  readonly payments: JoinedRead | null;
  readonly customers: JoinedRead | null;
  readonly tally: Tally;
  readonly matched: { readonly products: Matched; readonly customers: Matched };
};
