import { z } from 'zod';
import { task } from './define.ts';
import { flag, id } from './fields.ts';

const paper = z.enum(['58mm', '80mm', 'a4']);

/** Which paper, and of what: an order's number, a return's, or a refund's. */
const orderPaper = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('packing-slip'), orderId: id }),
  z.strictObject({ kind: z.literal('delivery-note'), orderId: id }),
  z.strictObject({ kind: z.literal('invoice'), orderId: id }),
  z.strictObject({ kind: z.literal('return-slip'), returnId: id, paper: paper.nullable() }),
  z.strictObject({ kind: z.literal('refund-slip'), refundId: id, paper: paper.nullable() }),
]);

/** An invoice of a cancelled order, or of goods that are not sold, is refused. */
const paperErrors = ['nothing-to-invoice', 'nothing-to-deliver'] as const;

export const documentsCalls = {
  /** Prints an order's receipt. A failed print is said, and never touches the sale. */
  'documents.printReceipt': task({
    needs: 'see-orders',
    input: z.strictObject({ orderId: id, paper: paper.nullable() }),
    output: z.strictObject({}),
    errors: ['print-failed'],
    changes: ['orders'],
  }),
  /** Saves an order's receipt as PDF where the person says. `saved` is false when they thought better of it. */
  'documents.saveReceipt': task({
    needs: 'see-orders',
    input: z.strictObject({ orderId: id, paper: paper.nullable() }),
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['save-failed'],
  }),
  /** A page to try a printer with. */
  'documents.printTestPage': task({
    needs: 'signed-in',
    input: z.strictObject({ paper, printer: z.string().max(200) }),
    output: z.strictObject({}),
    errors: ['print-failed'],
  }),
  /** Prints the recovery code that the window was just given; main keeps only its hash. */
  'documents.printRecoveryCode': task({
    needs: 'signed-in',
    input: z.strictObject({ recoveryCode: z.string().max(80) }),
    output: z.strictObject({}),
    errors: ['print-failed'],
    secrets: ['recoveryCode'],
  }),
  /** Saves the recovery code as PDF where the person says. */
  'documents.saveRecoveryCode': task({
    needs: 'signed-in',
    input: z.strictObject({ recoveryCode: z.string().max(80) }),
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: ['save-failed'],
    secrets: ['recoveryCode'],
  }),
  /**
   * Prints a paper of an order or a return on A4: a packing slip, a delivery note, an invoice (numbered the first
   * time, without gaps; `number` is as it is printed) or the slip of a refund or return.
   */
  'documents.print': task({
    needs: 'see-orders',
    input: orderPaper,
    output: z.strictObject({ number: z.string().nullable() }),
    errors: ['print-failed', ...paperErrors],
    changes: ['orders'],
  }),
  /** Saves such a paper as PDF where the person says. */
  'documents.save': task({
    needs: 'see-orders',
    input: orderPaper,
    output: z.strictObject({ saved: flag, fileName: z.string(), number: z.string().nullable() }),
    errors: ['save-failed', ...paperErrors],
    changes: ['orders'],
  }),
};
