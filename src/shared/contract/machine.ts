import { z } from 'zod';
import { task } from './define.ts';
import { flag } from './fields.ts';

export const machineSettings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['normal', 'large', 'larger', 'largest']),
  /** The pseudo-locales show what text escaped translation. */
  language: z.enum(['en', 'pseudo', 'pseudo-rtl']),
  receiptPrinter: z.string().max(200),
  printReceiptAfterSale: flag,
});
export type MachineSettings = z.output<typeof machineSettings>;

const _paper = z.enum(['58mm', '80mm', 'a4']);

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
