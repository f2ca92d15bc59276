/** Words that an import writes into the shop's own rows. */
export type HistoryWords = {
  /** Of a line that names nothing. */
  readonly unnamedGood: string;
  /** Of what stands in columns of an order and is a line here. */
  readonly extras: Readonly<Record<'shipping' | 'tip' | 'refund', string>>;
  /** Of payments of which nothing is told. */
  readonly unknownTender: string;
  /** The column of ways of paying holds something else. */
  readonly isTooManyTenders: boolean;
  /** Somebody of whom only a number is known. */
  readonly customer: (key: string) => string;
};
