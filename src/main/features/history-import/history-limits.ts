/** How much of a history is read at most. What is beyond is refused in words, never half read. */
export const historyLimits = {
  bytes: 512 * 1024 * 1024,
  rows: 2_000_000,
  /** Rows whose problems are kept with their words; beyond it they are counted. */
  problems: 100_000,
  /** Different words for statuses, or for ways of paying; a column of more is not one of them. */
  words: 100,
  /** Rows of one order. */
  lines: 5_000,
  /** Characters of a problem row's cell that are kept. */
  cell: 2_000,
} as const;
