/**
 * How much of a file is read at most. A file beyond a limit is refused in words, never half read.
 *
 * Rows and bytes are those of the reliability plan (S8). Columns and cells are wider than its 100 and
 * 32 KiB because real exports are: a Shopify file with markets and metafields passes 200 columns, and a
 * web shop keeps whole HTML pages in `Description`. What one row may be in all keeps the till from waiting for it.
 */
export const csvLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 1_000_000,
  columns: 1_000,
  /** UTF-16 units in one cell. */
  cell: 1024 * 1024,
  /** UTF-16 units in one row. */
  row: 4 * 1024 * 1024,
} as const;
