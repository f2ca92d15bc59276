import { parseOrderCode } from '../../../shared/domain/order-code.ts';

/** The order that a typed text names whole: the code of a receipt, or "#1042". Null for anything to search by. */
export function typedOrderNumber(typed: string): number | null {
  const text = typed.trim();
  const written = /^#([1-9]\d{0,14})$/.exec(text)?.[1];
  return written === undefined ? parseOrderCode(text) : Number(written);
}
