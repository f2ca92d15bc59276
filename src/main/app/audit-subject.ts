/** Fields of an input that name one thing, and what that thing is called in the log. */
const nounOfField: readonly (readonly [field: string, noun: string])[] = [
  ['orderId', 'order'],
  ['refundId', 'refund'],
  ['returnId', 'return'],
  ['productId', 'product'],
  ['parentId', 'product'],
  ['categoryId', 'category'],
  ['customerId', 'customer'],
  ['staffId', 'staff'],
  ['countId', 'stock-take'],
];

/**
 * What a call was about, by its input: for refusals and whatever noted nothing itself. Null where it names nothing,
 * or a list of things.
 */
export function subjectOfInput(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  for (const [field, noun] of nounOfField) {
    const value = Object.hasOwn(input, field) ? (input as Record<string, unknown>)[field] : undefined;
    if (Number.isSafeInteger(value) && Number(value) > 0) return `${noun} ${value}`;
  }
  return null;
}
