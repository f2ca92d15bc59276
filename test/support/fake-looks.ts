import type { DesktopLooks } from '../../src/main/app/desktop-looks.ts';
import type { ReadDb } from '../../src/main/database/connection.ts';
import type { ComparedShop } from '../../src/shared/contract/backups-look.ts';
import type { RestoreSource } from '../../src/shared/contract/backups-restore.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { money } from '../../src/shared/domain/money.ts';
import { oneBackup } from './fake-backups.ts';

export const lookToken = 'd'.repeat(32);

/** Looks at nothing but what the test gives it. Real ones are tried in `main/shell/looks`. */
export type FakeLooks = DesktopLooks & {
  compared: ComparedShop;
  /** The shop that is looked into; null before. */
  inside: ReadDb | null;
};

const facts = oneBackup.facts as NonNullable<(typeof oneBackup)['facts']>;

export const oneComparison: ComparedShop = {
  ...{ facts, isOtherShop: false },
  counts: [
    { kind: 'orders', was: 42, now: 44 },
    { kind: 'customers', was: 7, now: 7 },
  ],
  lost: {
    ...{ count: 2, total: money(1050) },
    orders: [
      { number: '44', at: oneBackup.madeAt + 120_000, customer: 'Ada Fisher', total: money(700) },
      { number: '43', at: oneBackup.madeAt + 60_000, customer: null, total: money(350) },
    ],
  },
  back: { count: 0, total: money(0) },
  deeds: [{ call: 'stock.adjust', count: 3 }],
};

export function createFakeLooks(): FakeLooks {
  const requireIt = (source: RestoreSource): void => {
    if (source.from !== 'file' && source.name !== oneBackup.name) throw new AppError('backup-gone');
  };
  const fake: FakeLooks = {
    ...{ compared: oneComparison, inside: null },
    async compare({ source }) {
      requireIt(source);
      return fake.compared;
    },
    async open({ source }) {
      requireIt(source);
      return { token: lookToken, facts, asOf: oneBackup.madeAt };
    },
    find: (token) => (token === lookToken ? fake.inside : null),
    end: () => {
      fake.inside = null;
    },
    forgetWindow: () => undefined,
    endAll: () => undefined,
  };
  return fake;
}
