import { z } from 'zod';
import { command, task } from './define.ts';
import { flag, id, money, quantity } from './fields.ts';

const upload = z.strictObject({ uploadId: z.string().min(8).max(60) });

const counts = z.strictObject({ customers: z.int(), products: z.int(), orders: z.int() });

/** Something about the file that a person should know: a text key without `orderlla-import.odd.`, and what it names. */
const oddThing = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Something stays out, is guessed or was changed; the rest is only worth knowing. */
  needsLook: flag,
});

const preview = z.strictObject({
  uploadId: z.string(),
  fileName: z.string(),
  source: z.enum(['sqlite', 'script']),
  /** What the file holds. */
  read: counts.extend({ lines: z.int(), units: quantity }),
  /** What the import will make. */
  make: counts.extend({ tenders: z.array(z.string()) }),
  /** What an earlier import has made already; it stays as it is. */
  known: counts,
  /** Orders that cannot come in. */
  leftOut: z.int(),
  /** What the file's orders come to, by how they stand. */
  statuses: z.array(
    z.strictObject({
      status: z.enum(['received', 'shipped', 'in-transit', 'delivered', 'cancelled']),
      orders: z.int(),
      total: money,
    }),
  ),
  /** Refunds that will be made, by state. */
  refunds: z.strictObject({ awaiting: z.int(), initiated: z.int(), settled: z.int() }),
  odd: z.array(oddThing),
});

export const orderllaImportCalls = {
  /**
   * Reads a file that `import.upload` took over, an Orderlla database or its SQL script, and says what bringing it in
   * would make. Nothing is changed, and nothing of the file is run.
   */
  'orderllaImport.preview': task({
    needs: 'import',
    input: upload,
    output: preview,
    errors: ['upload-gone', 'file-empty', 'file-unreadable', 'not-an-orderlla-file', 'too-many-rows'],
  }),
  /** Brings in what the last preview read, in one transaction; what came in before stays as it is. */
  'orderllaImport.run': command({
    needs: 'import',
    input: upload,
    output: z.strictObject({
      importId: id,
      created: counts,
      unchanged: z.int(),
      leftOut: z.int(),
    }),
    errors: ['upload-gone', 'nothing-to-import'],
    changes: ['products', 'stock', 'customers', 'orders', 'refunds', 'imports', 'shop'],
    long: true,
  }),
  /** Saves what was read, made and odd as a CSV file. */
  'orderllaImport.saveReport': task({
    needs: 'import',
    input: upload,
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['upload-gone', 'save-failed'],
  }),
};
