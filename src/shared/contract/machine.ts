import { z } from 'zod';
import { task } from './define.ts';
import { flag, id } from './fields.ts';

export const machineSettings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['normal', 'large', 'larger', 'largest']),
  /** The pseudo-locales show what text escaped translation. */
  language: z.enum(['en', 'pseudo', 'pseudo-rtl']),
  receiptPrinter: z.string().max(200),
  printReceiptAfterSale: flag,
});
export type MachineSettings = z.output<typeof machineSettings>;

const paper = z.enum(['58mm', '80mm', 'a4']);

export const machineCalls = {
  /** What this computer keeps for itself: look, language, printer. */
  'machine.get': task({
    needs: 'public',
    input: z.strictObject({}),
    output: machineSettings.extend({ version: z.string(), isPackaged: flag, shopFile: z.string() }),
    errors: [],
    reads: ['machine'],
  }),
  'machine.set': task({
    needs: 'public',
    input: machineSettings.partial(),
    output: z.strictObject({}),
    errors: [],
    changes: ['machine'],
  }),
  /** The printers this computer knows. */
  'machine.printers': task({
    needs: 'signed-in',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ name: z.string(), isDefault: flag })),
    errors: [],
  }),
};

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
};
