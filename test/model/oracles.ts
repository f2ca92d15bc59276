import { cancelLinesOracle, editOracle } from './edit-oracles.ts';
import type { DeedName, Oracle } from './expected.ts';
import {
  advanceManyOracle,
  advanceOracle,
  cancelOracle,
  invoiceOracle,
  noteOracle,
  rescheduleOracle,
  takeOracle,
  undoOracle,
} from './order-oracles.ts';
import { placeOracle } from './place-oracle.ts';
import {
  failOracle,
  initiateManyOracle,
  initiateOracle,
  openOracle,
  settleOracle,
  voidOracle,
} from './refund-oracles.ts';
import { returnOracle, returnWithoutReceiptOracle } from './return-oracles.ts';
import {
  adjustOracle,
  discardCountOracle,
  enterCountOracle,
  postCountOracle,
  receiveOracle,
  rulesOracle,
  startCountOracle,
  writeOffOracle,
} from './stock-oracles.ts';
import { timerFailureOracle, timerOracle, timerSwitchOracle } from './timer-oracles.ts';

const oracles: Readonly<Partial<Record<DeedName, Oracle<never>>>> = {
  'orders.place': placeOracle,
  'orders.advance': advanceOracle,
  'orders.advanceMany': advanceManyOracle,
  'orders.undoDelivered': undoOracle,
  'orders.cancel': cancelOracle,
  'orders.cancelLines': cancelLinesOracle,
  'orders.edit': editOracle,
  'orders.reschedule': rescheduleOracle,
  'payments.take': takeOracle,
  'orders.addNote': noteOracle,
  'documents.print': invoiceOracle,
  'refunds.initiate': initiateOracle,
  'refunds.initiateMany': initiateManyOracle,
  'refunds.settle': settleOracle,
  'refunds.fail': failOracle,
  'refunds.void': voidOracle,
  'refunds.open': openOracle,
  'returns.create': returnOracle,
  'returns.createWithoutReceipt': returnWithoutReceiptOracle,
  'stock.receive': receiveOracle,
  'stock.adjust': adjustOracle,
  'stock.writeOff': writeOffOracle,
  'stock.setRules': rulesOracle,
  'stockCounts.start': startCountOracle,
  'stockCounts.enter': enterCountOracle,
  'stockCounts.post': postCountOracle,
  'stockCounts.discard': discardCountOracle,
  'timer.run': timerOracle,
  'timer.noteFailure': timerFailureOracle,
  'timer.setEnabled': timerSwitchOracle,
};

/** What the model says of a command. */
export function oracleOf(name: DeedName): Oracle<never> {
  const oracle = oracles[name];
  if (!oracle) throw new Error(`the model knows nothing of ${name}`);
  return oracle;
}

/** Every command that the model knows. */
export const modelledCommands = Object.keys(oracles);
