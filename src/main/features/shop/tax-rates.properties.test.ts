import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { addDays, calendarDate } from '../../../shared/domain/calendar.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { taxesOfClass } from '../catalog/taxes.ts';

const day = 86_400_000;
const first = calendarDate(20261122);

const taxes = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('CGST', 'SGST', 'Cess'),
    rate: fc.nat(400_000).map((parts) => rate(parts)),
  }),
  { selector: (tax) => tax.name, maxLength: 3 },
);
/** Days go by; on each something is entered for a day from then on, or a planned change is taken back. */
const deeds = fc.array(
  fc.record({ wait: fc.nat(4), ahead: fc.nat(12), wanted: fc.option(taxes, { freq: 4 }) }),
  { maxLength: 8 },
);

type Tax = { readonly name: string; readonly rate: number };
const sorted = (list: readonly Tax[]) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));

describe('rates in the shop file', () => {
  it('always: a day’s rates are those of the last change before it, in whatever order changes came', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const test = await createOpenShop({ taxClasses: [{ name: 'GST', isDefault: true, rates: [] }] });
        try {
          // Whole sets by day, kept without components, entries or SQL.
          const calendar = new Map<number, readonly Tax[]>([[0, []]]);
          const on = (asked: number) =>
            calendar.get(Math.max(...[...calendar.keys()].filter((one) => one <= asked)));
          let passed = 0;
          for (const { wait, ahead, wanted } of list) {
            test.now += wait * day;
            passed += wait;
            const startDate = addDays(first, passed + ahead);
            const revision = (await test.ask('taxes.list', {}))[0]?.revision ?? 0;
            const which = { taxClassId: 1, revision, startDate };
            if (wanted === null) {
              const isPlanned = ahead > 0 && calendar.has(startDate);
              if (isPlanned) await test.ask('taxes.removeChange', which);
              else await test.refused('taxes.removeChange', which);
              if (isPlanned) calendar.delete(startDate);
            } else if (JSON.stringify(sorted(wanted)) === JSON.stringify(on(startDate))) {
              const { code } = await test.refused('taxes.setRates', { ...which, rates: wanted });
              expect(code).toBe('rates-same');
            } else {
              await test.ask('taxes.setRates', { ...which, rates: wanted });
              calendar.set(startDate, sorted(wanted));
            }
          }
          for (let ahead = -2; ahead < 60; ahead += 1) {
            const asked = addDays(first, ahead);
            expect(taxesOfClass(test.file.read, 1, asked)).toEqual(on(asked));
          }
          const today = addDays(first, passed);
          const [view] = await test.ask('taxes.list', {});
          const shown = view?.changes.filter((change) => change.startDate <= today).at(-1)?.taxes ?? [];
          expect(shown).toEqual(on(today));
        } finally {
          await test.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
