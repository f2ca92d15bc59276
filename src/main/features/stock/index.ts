import type { stockCalls } from '../../../shared/contract/stock.ts';
import type { Handlers } from '../../app/context.ts';
import { adjustStock } from './adjust-stock.ts';
import { checkLedger } from './check-ledger.ts';
import { getStock } from './get-stock.ts';
import { listLow } from './list-low.ts';
import { listMovements } from './list-movements.ts';
import { receiveStock } from './receive-stock.ts';
import { repairStock } from './repair-stock.ts';
import { setCategoryOversell } from './set-category-oversell.ts';
import { setStockRules } from './set-stock-rules.ts';
import { listStockChecks } from './stock-checks.ts';
import { writeOffStock } from './write-off-stock.ts';

/** Handlers of the calls in `shared/contract/stock.ts`. */
export const stockHandlers: Handlers<typeof stockCalls> = {
  'stock.listLow': listLow,
  'stock.get': getStock,
  'stock.listMovements': listMovements,
  'stock.receive': receiveStock,
  'stock.adjust': adjustStock,
  'stock.writeOff': writeOffStock,
  'stock.setRules': setStockRules,
  'stock.setCategoryOversell': setCategoryOversell,
  'stock.listChecks': listStockChecks,
  'stock.check': checkLedger,
  'stock.repair': repairStock,
};
