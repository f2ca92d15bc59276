import type { DocumentRow } from './document-block.ts';

/** A column of a ledger: words wrap and stand at the start, figures stay whole and stand at the end. */
export type LedgerColumn = { readonly heading: string; readonly kind: 'words' | 'figure' };

/** What only the sheets of a report have, beside the blocks of every paper. */
export type ReportBlock =
  /** A drawing that goes with the page, and what it shows. */
  | { readonly kind: 'picture'; readonly label: string }
  /** Figures beside those that they are compared with. */
  | {
      readonly kind: 'comparison';
      readonly headings: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Many rows of words and figures over the whole width; the headings stand again on each page. */
  | {
      readonly kind: 'ledger';
      readonly title: string;
      readonly columns: readonly LedgerColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Rows that add up others, under a line. */
      readonly sums: readonly (readonly string[])[];
    }
  /** What words on the page mean, in small type. */
  | { readonly kind: 'meanings'; readonly title: string; readonly items: readonly DocumentRow[] };
