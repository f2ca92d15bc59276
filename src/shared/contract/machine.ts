import { z } from 'zod';
import { task } from './define.ts';
import { done, flag, instant, nothing } from './fields.ts';

/** How this computer looks to whoever stands at it. */
const look = {
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['normal', 'large', 'larger', 'largest']),
  /** The pseudo-locales show what text escaped translation. */
  language: z.enum(['en', 'pseudo', 'pseudo-rtl']),
};

/** What this computer does: where it prints, how its window opens. */
const device = {
  receiptPrinter: z.string().max(200),
  printReceiptAfterSale: flag,
  windowAtStart: z.enum(['as-left', 'maximized', 'full-screen']),
};

export const machineSettings = z.strictObject({ ...look, ...device });
export type MachineSettings = z.output<typeof machineSettings>;

const warnings = z.array(z.enum(['synced', 'network']));
const token = z.string().regex(/^[0-9a-f]{32}$/);

export const machineCalls = {
  /** What this computer keeps for itself: look, language, printer. */
  'machine.get': task({
    needs: 'public',
    input: nothing,
    output: machineSettings.extend({ version: z.string(), isPackaged: flag }),
    errors: [],
    reads: ['machine'],
  }),
  /** Changes how this computer looks, also before anybody has signed in. */
  'machine.setLook': task({
    needs: 'public',
    input: z.strictObject(look).partial(),
    output: done,
    errors: [],
    changes: ['machine'],
  }),
  /** Changes where this computer prints and how its window opens. */
  'machine.set': task({
    needs: 'signed-in',
    input: z.strictObject(device).partial(),
    output: done,
    errors: [],
    changes: ['machine'],
  }),
  /** The printers this computer knows. */
  'machine.printers': task({
    needs: 'signed-in',
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), isDefault: flag })),
    errors: [],
  }),
  /** Where the shop file is, what is dangerous about that place, and what became of the last change of it. */
  'machine.shopFile': task({
    needs: 'change-settings',
    input: nothing,
    output: z.strictObject({
      path: z.string(),
      bytes: z.int(),
      warnings,
      last: z
        .strictObject({
          kind: z.enum(['moved', 'opened']),
          at: instant,
          from: z.string(),
          to: z.string(),
          /** Where the file that was left behind is now. */
          left: z.string(),
          /** Why it did not come to be, in the system's words. */
          problem: z.string().nullable(),
        })
        .nullable(),
    }),
    errors: [],
    reads: ['machine'],
  }),
  /** Shows the shop file in the system's own window of files. */
  'machine.showShopFile': task({ needs: 'change-settings', input: nothing, output: done, errors: [] }),
  /** Asks for a folder in the system's dialog; null when the person thought better of it. */
  'machine.chooseFolder': task({
    needs: 'change-settings',
    input: nothing,
    output: z
      .strictObject({
        token: z.string(),
        path: z.string(),
        warnings,
        problem: z.enum(['same', 'exists', 'not-writable', 'no-room']).nullable(),
      })
      .nullable(),
    errors: [],
  }),
  /**
   * Copies the shop file to the chosen folder and goes on there. Once this is answered the shop closes; the window
   * shows that it is being copied, then the shop again. Where anything fails it goes on where it was.
   */
  'machine.moveShopFile': task({
    needs: 'change-settings',
    asksPassword: true,
    input: z.strictObject({ token }),
    output: done,
    errors: ['choice-gone'],
  }),
  /** Asks for another shop's file in the system's dialog, and looks into it. */
  'machine.chooseShop': task({
    needs: 'change-settings',
    input: nothing,
    output: z
      .strictObject({
        token: z.string(),
        path: z.string(),
        warnings,
        problem: z
          .enum([
            'same',
            'missing',
            'newer',
            'foreign',
            'damaged',
            'locked',
            'read-only',
            'no-shop',
            'altered',
            'other-keys',
          ])
          .nullable(),
        shop: z
          .strictObject({ name: z.string(), orders: z.int(), lastOrderAt: instant.nullable() })
          .nullable(),
      })
      .nullable(),
    errors: [],
  }),
  /** Closes this shop and opens the chosen one. */
  'machine.openShop': task({
    needs: 'change-settings',
    asksPassword: true,
    input: z.strictObject({ token }),
    output: done,
    errors: ['choice-gone'],
  }),
};
