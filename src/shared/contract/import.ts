import { z } from 'zod';
import { command, task } from './define.ts';
import { flag, id, money, quantity } from './fields.ts';

/** A field of a product that a column of a file can fill. */
export const importField = z.enum([
  'externalKey',
  'name',
  'sku',
  'barcode',
  'price',
  'compareAtPrice',
  'cost',
  'stock',
  'reorderLevel',
  'category',
  'subcategory',
  'description',
  'taxClass',
  'unit',
  'picture',
  'parent',
  'variant',
  'variant2',
  'variant3',
  'state',
]);

const fileFormat = z.enum(['shopify', 'woocommerce', 'generic']);
const fileEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'mac-roman']);
const delimiter = z.enum([',', ';', '\t', '|']);
const decimalMark = z.enum(['point', 'comma']);

/** Which column (counted from 0) fills which field; one that is absent is left alone. */
export const columnMapping = z.partialRecord(importField, z.int().min(0).max(999));

const rowProblem = z.strictObject({
  line: z.int(),
  column: z.string().nullable(),
  /** A text key without its `import.problem.` and what the sentence names. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'note']),
});

/** What an import may change about a product that is there. */
export const changedField = z.enum([
  'name',
  'variantLabel',
  'sku',
  'barcodes',
  'price',
  'compareAtPrice',
  'cost',
  'stock',
  'reorderLevel',
  'category',
  'description',
  'taxClass',
  'unit',
  'oversell',
  'state',
]);

const previewRow = z.strictObject({
  action: z.enum(['create', 'change', 'leave', 'refuse']),
  kind: z.enum(['single', 'parent', 'variant']),
  name: z.string(),
  variantLabel: z.string().nullable(),
  sku: z.string().nullable(),
  category: z.string().nullable(),
  price: money.nullable(),
  stock: quantity.nullable(),
  /** What would change on a product that is there, as a person reads it. */
  changes: z.array(z.strictObject({ field: changedField, from: z.string(), to: z.string() })),
  lines: z.array(z.int()),
});

export const importPreview = z.strictObject({
  uploadId: z.string(),
  fileName: z.string(),
  format: fileFormat,
  encoding: fileEncoding,
  delimiter,
  decimal: decimalMark,
  hasHeader: flag,
  headers: z.array(z.string()),
  /** The first rows as they stand, for the mapping screen. */
  sample: z.array(z.array(z.string())),
  /** For each column the first three values that are not empty. */
  columnSamples: z.array(z.array(z.string())),
  mapping: columnMapping,
  /** The mapping was remembered from an earlier file with the same headings. */
  remembered: flag,
  /** Without it no two products of a generic file can be told apart. */
  missing: z.array(importField),
  rowCount: z.int(),
  counts: z.strictObject({ create: z.int(), change: z.int(), leave: z.int(), refuse: z.int() }),
  /** Of those that change: how many by more than their stock, and how many by their stock. */
  changeCounts: z.strictObject({ details: z.int(), stock: z.int() }),
  /** At most 500 of each action, a parent before its variants; `counts` speaks of all. */
  rows: z.array(previewRow),
  /** At most 1,000, those that left a row out first. */
  problems: z.array(rowProblem),
  problemCount: z.int(),
  /** Problems that left a row out. */
  errorCount: z.int(),
});

const upload = z.strictObject({ uploadId: z.string().min(8).max(60) });

export const importCalls = {
  /** Takes a file in pieces of at most 1 MiB (base64), so that no path ever comes from the window. */
  'import.upload': task({
    needs: 'import',
    input: upload.extend({
      fileName: z.string().min(1).max(260),
      offset: z.int().min(0),
      data: z.string().max(1_500_000),
    }),
    output: z.strictObject({ received: z.int() }),
    errors: ['file-too-large', 'upload-out-of-order'],
    secrets: ['data'],
  }),
  /** Reads the file and says what importing it would do. Nothing is changed. */
  'import.preview': task({
    needs: 'import',
    input: upload.extend({
      /** Absent: recognised or guessed. */
      format: fileFormat.optional(),
      mapping: columnMapping.optional(),
      hasHeader: flag.optional(),
      decimal: decimalMark.optional(),
      encoding: fileEncoding.optional(),
      delimiter: delimiter.optional(),
    }),
    output: importPreview,
    errors: ['file-empty', 'file-unreadable', 'file-too-large', 'upload-gone', 'too-many-rows'],
  }),
  /** Imports what the last preview showed, in one transaction; rows with errors are left out. */
  'import.run': command({
    needs: 'import',
    input: upload.extend({ updateExisting: flag, setStock: flag }),
    output: z.strictObject({
      importId: id,
      created: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      refused: z.int(),
    }),
    errors: ['upload-gone', 'nothing-to-import'],
    changes: ['products', 'categories', 'stock', 'imports', 'shop'],
    long: true,
  }),
  /** Stops reading a file or importing it; nothing of it stays. */
  'import.cancel': task({
    needs: 'import',
    /** `forget` drops the file too: the person is done with it. */
    input: upload.extend({ forget: flag.optional() }),
    output: z.strictObject({}),
    errors: [],
  }),
  /** Saves the rows that were refused, with the reason beside each, as a CSV file. */
  'import.saveProblems': task({
    needs: 'import',
    input: upload,
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['upload-gone', 'save-failed'],
  }),
};
