import { z } from 'zod';
import { command, longQuery, query, task } from './define.ts';
import { day, flag, id, instant, key, money, page, quantity, share } from './fields.ts';
import {
  dateOrder,
  decimal,
  delimiter,
  encoding,
  fate,
  field,
  historyChoices,
  mapping,
  slot,
} from './history-choices.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

const rowProblem = z.strictObject({
  slot,
  line: z.int(),
  column: z.string().nullable(),
  /** A text key without its `history-import.problem.`, and what the sentence names. */
  code: z.string(),
  params,
  severity: z.enum(['error', 'note']),
});

/** Something about the file that a person should know: a text key without `history-import.odd.`. */
const oddThing = z.strictObject({ code: z.string(), params, needsLook: flag });

const dateExample = z.strictObject({ text: z.string(), date: day });

const dateColumn = z.strictObject({
  order: dateOrder,
  /** All dates could be read in another order as well: a person has to say which it is. */
  isUnsure: flag,
  /** Some dates as they stand, and the day that each is taken for. */
  examples: z.array(dateExample),
  /** The orders in which they can be read to different days, each with its examples; one alone where all say the same. */
  readings: z.array(z.strictObject({ order: dateOrder, examples: z.array(dateExample) })),
  /** How many dates are written in each form. More than one form is worth a look. */
  forms: z.array(z.strictObject({ form: z.string(), count: z.int() })),
});

const filePreview = z.strictObject({
  slot,
  fileName: z.string(),
  encoding,
  delimiter,
  decimal,
  amountsIn: z.enum(['major', 'minor']),
  hasHeader: flag,
  headers: z.array(z.string()),
  /** The first rows as they stand. */
  sample: z.array(z.array(z.string())),
  /** For each column the first three values that are not empty. */
  columnSamples: z.array(z.array(z.string())),
  mapping,
  remembered: flag,
  /** Without these nothing can come in. */
  missing: z.array(field),
  rowCount: z.int(),
  dates: dateColumn.nullable(),
});

/** What a month (yyyymm) of the file comes to. */
const monthPreview = z.strictObject({
  month: z.int(),
  orders: z.int(),
  returns: z.int(),
  lines: z.int(),
  sales: money,
  returned: money,
  tax: money,
});

const known = z.strictObject({ known: z.int(), made: z.int() });

export const historyPreview = z.strictObject({
  uploadId: z.string(),
  files: z.array(filePreview),
  /** How the files are understood: guessed, remembered or chosen. */
  choices: z.strictObject({
    orderIs: z.enum(['row', 'number', 'number-and-day']),
    returnMark: z.string(),
    pricesIncludeTax: flag,
    taxRate: share.nullable(),
    products: z.enum(['make', 'archived', 'none']),
    customers: z.enum(['make', 'none']),
  }),
  /** Nothing was read yet because a field is missing; figures are of what was read. */
  isReady: flag,
  counts: z.strictObject({
    orders: z.int(),
    returns: z.int(),
    lines: z.int(),
    units: quantity,
    /** Orders that came in before, by their number; they stay as they are. */
    knownOrders: z.int(),
    /** Orders that cannot come in, and rows that cannot be read. */
    leftOutOrders: z.int(),
    unreadRows: z.int(),
    products: known,
    customers: known,
    tenders: known,
  }),
  /** Net is sales less what came back. `rounding` is what the shop's whole units differ by from the file's amounts. */
  totals: z.strictObject({ sales: money, returned: money, net: money, tax: money, rounding: money }),
  fromDate: day.nullable(),
  toDate: day.nullable(),
  /** At most 600, oldest first. */
  months: z.array(monthPreview),
  statuses: z.array(z.strictObject({ status: z.string(), orders: z.int(), becomes: fate, isGuessed: flag })),
  tenders: z.array(
    z.strictObject({
      ...{ name: z.string(), orders: z.int(), amount: money, tenderId: id.nullable() },
      /** The shop has one of this name; nobody needs to choose. */
      isNamed: flag,
    }),
  ),
  /** How the second files are joined; null without one. */
  joins: z.strictObject({
    payments: z
      .strictObject({ rows: z.int(), matched: z.int(), unmatched: z.int(), ordersWithout: z.int() })
      .nullable(),
    customers: z.strictObject({ rows: z.int(), matched: z.int(), withoutOrders: z.int() }).nullable(),
  }),
  odd: z.array(oddThing),
  /** At most 1,000, those that left a row out first. */
  problems: z.array(rowProblem),
  problemCount: z.int(),
  errorCount: z.int(),
});

const upload = z.strictObject({ uploadId: key.min(8) });

/** One side of a month: what the file says, or what the shop has. */
const side = z.strictObject({
  orders: z.int(),
  returns: z.int(),
  lines: z.int(),
  sales: money,
  returned: money,
  tax: money,
});
/** Amounts of the file in ten-thousandths of a minor unit, as exact as it writes them. */
const exactSide = side.extend({ sales: z.int(), returned: z.int(), tax: z.int() });

const reconcileMonth = z.strictObject({
  month: z.int(),
  file: exactSide,
  /** Of that: what did not come in, because it could not or had come in before. */
  leftOut: exactSide,
  /** The orders and returns as they stand in the shop now, with every cancellation and return since. */
  shop: side,
  /** Shop less file, less what was left out, in ten-thousandths: nothing but rounding, or something is wrong. */
  difference: z.strictObject({ sales: z.int(), returned: z.int(), tax: z.int() }),
  /** Counts agree and amounts differ by no more than rounding can make. */
  agrees: flag,
});

const importSummary = z.strictObject({
  importId: id,
  fileName: z.string(),
  at: instant,
  staffName: z.string().nullable(),
  orders: z.int(),
  returns: z.int(),
  fromDate: day.nullable(),
  toDate: day.nullable(),
  undoneAt: instant.nullable(),
});

export const historyImportCalls = {
  /** Takes a file in pieces of at most 1 MiB (base64). A new `uploadId` drops the files of the one before. */
  'historyImport.upload': task({
    needs: 'import',
    input: upload.extend({
      slot,
      fileName: z.string().min(1).max(260),
      offset: z.int().min(0),
      data: z.string().max(1_500_000),
    }),
    output: z.strictObject({ received: z.int() }),
    errors: ['file-too-large', 'upload-out-of-order'],
    secrets: ['data'],
  }),
  /** Takes back a second file that was sent. */
  'historyImport.dropFile': task({
    needs: 'import',
    input: upload.extend({ slot }),
    output: z.strictObject({}),
    errors: ['upload-gone'],
  }),
  /**
   * Reads the files and says what bringing them in would make. Nothing is changed. Tells how far it is. `afresh`: as if
   * nothing were remembered of such files. Details of a refusal: `slot`, the file that it is about.
   */
  'historyImport.preview': task({
    needs: 'import',
    input: upload.extend({ choices: historyChoices, afresh: flag.optional() }),
    output: historyPreview,
    errors: [
      'file-empty',
      'file-unreadable',
      'file-unpacks-too-far',
      'file-too-large',
      'upload-gone',
      'too-many-rows',
    ],
  }),
  /** Brings in what the last preview read, in one transaction. */
  'historyImport.run': command({
    needs: 'import',
    input: upload,
    output: z.strictObject({
      importId: id,
      orders: z.int(),
      returns: z.int(),
      products: z.int(),
      customers: z.int(),
      knownOrders: z.int(),
      leftOutOrders: z.int(),
      unreadRows: z.int(),
    }),
    errors: ['upload-gone', 'nothing-to-import'],
    changes: ['products', 'customers', 'orders', 'refunds', 'returns', 'imports', 'reports', 'shop'],
    long: true,
  }),
  /** Stops reading or importing; nothing of it stays. `forget` drops the files too. */
  'historyImport.cancel': task({
    needs: 'import',
    input: upload.extend({ forget: flag.optional() }),
    output: z.strictObject({}),
    errors: [],
  }),
  /** Saves the rows that have problems, as they stand, with the reason beside each. */
  'historyImport.saveProblems': task({
    needs: 'import',
    input: upload,
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['upload-gone', 'save-failed'],
  }),
  /** Imports of history, newest first. */
  'historyImport.list': query({
    needs: 'import',
    input: z.strictObject({ cursor: z.string().max(40).nullable(), limit: z.int().min(1).max(100) }),
    output: page(importSummary),
    errors: [],
    reads: ['imports'],
  }),
  /** Compares an import with the shop as it is now, month by month. */
  'historyImport.reconcile': longQuery({
    needs: 'import',
    input: z.strictObject({ importId: id }),
    output: z.strictObject({
      summary: importSummary,
      months: z.array(reconcileMonth),
      total: reconcileMonth.omit({ month: true }),
      unreadRows: z.int(),
      /** How tax and amounts were rounded: whether any had more decimals than the currency, and by what in all. */
      isRounded: flag,
      agrees: flag,
    }),
    errors: [],
    reads: ['imports', 'orders', 'returns'],
  }),
  /**
   * Takes an import back: its orders and returns, and what it made beside them and nobody has used or changed since.
   * Refused where something has happened to one of its orders since.
   */
  'historyImport.undo': command({
    needs: 'import',
    input: z.strictObject({ importId: id }),
    output: z.strictObject({
      orders: z.int(),
      returns: z.int(),
      /** Products, customers and ways of paying that stay because they are used or were changed. */
      kept: z.int(),
    }),
    errors: ['history-undone', 'history-touched'],
    changes: ['products', 'customers', 'orders', 'refunds', 'returns', 'imports', 'reports', 'shop'],
    long: true,
  }),
};
