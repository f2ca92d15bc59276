/**
 * What the QR code of a receipt holds: "ORDERLLA:O:1042:76". The last two digits check the number (ISO 7064,
 * mod 97-10), so that a damaged or made-up code opens no order. Throws RangeError unless the number is a
 * positive safe integer.
 */
export function orderCode(orderNumber: number): string {
  if (!Number.isSafeInteger(orderNumber) || orderNumber < 1)
    throw new RangeError(`no order number: ${orderNumber}`);
  return `ORDERLLA:O:${orderNumber}:${check(String(orderNumber))}`;
}

/**
 * The order number of a scanned code, null for a product's barcode or anything else.
 *
 * A scanner types what it reads: with another keyboard layout the colon may arrive as any other sign, and
 * with caps lock in lower case. Both are read.
 */
export function parseOrderCode(text: string): number | null {
  if (text.length > 60) return null;
  const parts = /^\W*ORDERLLA([^0-9A-Z])O\1([1-9][0-9]{0,15})\1([0-9]{2})\W*$/iu.exec(text);
  if (parts === null) return null;
  const [, , digits = '', given = ''] = parts;
  const orderNumber = Number(digits);
  return Number.isSafeInteger(orderNumber) && check(digits) === given ? orderNumber : null;
}

function check(digits: string): string {
  return String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
}
