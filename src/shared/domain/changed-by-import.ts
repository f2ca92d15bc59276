/** How many products that a shop has differ from a file: in all, by more than their stock, by their stock. */
export type DifferingProducts = {
  readonly change: number;
  readonly details: number;
  readonly stock: number;
};

/** What a person allows an import to do to products that are there. */
export type ImportChoices = { readonly updateExisting: boolean; readonly setStock: boolean };

/** How many products an import changes, given what it may change about them. */
export function changedByImport(
  { change, details, stock }: DifferingProducts,
  { updateExisting, setStock }: ImportChoices,
): number {
  if (updateExisting && setStock) return change;
  if (updateExisting) return details;
  return setStock ? stock : 0;
}
