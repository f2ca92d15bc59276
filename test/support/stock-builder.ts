import type { Caller } from '../../src/main/app/create-app.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import type { StaffRole } from '../../src/shared/domain/rights.ts';
import type { TestApp } from './create-test-app.ts';
import { recomputeStock } from './recompute-stock.ts';

type Receipt = Input<'stock.receive'>;

/** A receipt of products in pieces, at a cost of one or at none. */
export function receipt(
  lines: readonly (readonly [productId: number, count: number, unitCost: number | null])[],
  texts: Partial<Receipt> = {},
): Receipt {
  return {
    supplier: 'Beans & Co',
    reference: 'DN-17',
    note: '',
    lines: lines.map(([productId, count, unitCost]) => ({
      productId,
      quantity: pieces(count),
      unitCost: unitCost === null ? null : money(unitCost),
    })),
    ...texts,
  };
}

/** Signs a new person of a role in at a window of their own. */
export async function signInAs(test: TestApp, role: Exclude<StaffRole, 'owner'>): Promise<Caller> {
  const { staffId } = await test.ask('staff.add', { name: `The ${role}`, role, pin: '730184' });
  const caller: Caller = { kind: 'window', windowId: 100 + staffId };
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

/** On hand and reserved of a product in pieces, or in words when they are not what its ledger says. */
export function stockInPieces(test: TestApp, productId: number): readonly [number, number] | string {
  const { kept, agrees, ledger } = recomputeStock(test.file.read, productId);
  if (!kept || !agrees) return `kept ${JSON.stringify(kept)}, ledger ${JSON.stringify(ledger)}`;
  return [kept.onHand / 1000, kept.reserved / 1000];
}

/** Rows of any read, for what no call shows. */
export function rowsOf(test: TestApp, statement: string): unknown[] {
  return test.file.read.statement(statement).all();
}
