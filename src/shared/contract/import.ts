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
  format: z.enum(['shopify', 'woocommerce', 'generic']),
  encoding: z.string(),
  delimiter: z.string(),
  decimal: z.enum(['point', 'comma']),
  hasHeader: flag,
  headers: z.array(z.string()),
  /** The first rows as they stand, for the mapping screen. */
  sample: z.array(z.array(z.string())),
  mapping: columnMapping,
  /** The mapping was remembered from an earlier file with the same headings. */
  remembered: flag,
  /** Generic files need a name and a price before they can be read. */
  missing: z.array(importField),
  rowCount: z.int(),
  counts: z.strictObject({ create: z.int(), change: z.int(), leave: z.int(), refuse: z.int() }),
  /** Variants and singles that the file would create: what can be sold. */
  sellable: z.int(),
  /** At most 200; `counts` speaks of all. */
  rows: z.array(previewRow),
  problems: z.array(rowProblem),
  problemCount: z.int(),
});
export type ImportPreview = z.output<typeof importPreview>;

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
      format: z.enum(['shopify', 'woocommerce', 'generic']).optional(),
      mapping: columnMapping.optional(),
      hasHeader: flag.optional(),
      decimal: z.enum(['point', 'comma']).optional(),
    }),
    output: importPreview,
    errors: ['file-empty', 'file-unreadable', 'file-too-large', 'upload-gone', 'too-many-rows'],
    reads: ['products'],
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
  /** Stops a running import; nothing of it stays. */
  'import.cancel': task({ needs: 'import', input: upload, output: z.strictObject({}), errors: [] }),
  /** Saves the rows that were refused, with the reason beside each, as a CSV file. */
  'import.saveProblems': task({
    needs: 'import',
    input: upload,
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['upload-gone', 'save-failed'],
  }),
};
