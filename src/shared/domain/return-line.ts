/** Why goods come back. */
export const returnReasons = [
  'unwanted',
  'faulty',
  'wrong-item',
  'not-as-described',
  'late',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/**
 * Where goods go that come back: on the shelf, written off as damaged or as lost, or nowhere, because the customer
 * keeps them and only money goes back.
 */
export const dispositions = ['restock', 'damaged', 'lost', 'not-returned'] as const;
export type Disposition = (typeof dispositions)[number];
