/** A label and what stands at the other end of its row. */
export type DocumentRow = { readonly label: string; readonly value: string };

/** How much a row matters: the total is the largest thing on a receipt. */
export type RowWeight = 'normal' | 'strong' | 'total';

/**
 * A column of goods. Words wrap in the wide one, which takes the room that is left; a code breaks anywhere, figures
 * are end-aligned, and a tick is a box to tick on paper.
 */
export type GoodsColumn = {
  readonly heading: string;
  readonly kind: 'word' | 'code' | 'wide' | 'figure' | 'tick';
};

/** A row of goods: a cell for each column, and what else is said of it, under the wide one. */
export type GoodsRow = { readonly cells: readonly string[]; readonly details: readonly string[] };

/** Somebody with an address, as it stands on a letter. */
export type DocumentParty = { readonly title: string; readonly lines: readonly string[] };

/**
 * What a printed page consists of, top to bottom, in words and figures ready to read. The printer's HTML and
 * the window's preview are two drawings of the same blocks, so that the screen shows the paper it will be.
 */
export type DocumentBlock =
  /** Who the shop is. */
  | {
      readonly kind: 'header';
      readonly name: string;
      readonly lines: readonly string[];
      /** Where its logo is; only an address of the application's own pictures is ever drawn. */
      readonly logo?: string;
    }
  /** A word that nobody may overlook: a copy, a cancelled order, a sample shop. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string; readonly rows: readonly DocumentRow[] }
  /** Who it is from and for, side by side where the paper is wide. */
  | { readonly kind: 'parties'; readonly parties: readonly DocumentParty[] }
  /** Something sold: what it came to before any discount, and how that is made up. */
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly detail: string | null;
      readonly amount: string;
      readonly discount: DocumentRow | null;
      readonly note: string | null;
    }
  /** Goods in columns, for a wide paper; the headings stand again on each page. */
  | {
      readonly kind: 'goods';
      readonly label: string;
      readonly columns: readonly GoodsColumn[];
      readonly rows: readonly GoodsRow[];
    }
  | ({ readonly kind: 'amount'; readonly weight: RowWeight } & DocumentRow)
  /** Figures under headings; the first column is words, the others end-aligned. */
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly headings: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'note'; readonly text: string }
  /** Lines to write on by hand, each with what belongs there. */
  | { readonly kind: 'signature'; readonly labels: readonly string[] }
  /** A text to copy by hand or type again, in groups. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'qr'; readonly content: string; readonly caption: string }
  | { readonly kind: 'footer'; readonly lines: readonly string[] }
  | { readonly kind: 'rule' };
