/** Which row of an Orderlla file became which of ours. */
export type OrderllaIdsTable = {
  kind: 'customer' | 'product' | 'order';
  oldId: number;
  newId: number;
  importId: number;
};
