import type { ProductTile } from '../../../shared/contract/catalog.ts';

/** Variants laid out by their options: rows of the first, columns of the second. A hole is null. */
export type VariantMatrix = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (ProductTile | null)[] }[];
};

const separator = /\s+\/\s+/u;
/** More columns than this do not stand beside each other on a till. */
const mostColumns = 6;

/**
 * The variants as a matrix when each label has two parts ("Blue / Large") and no two share both; null when a
 * plain list says it better. The option with fewer values makes the columns.
 */
export function variantMatrix(variants: readonly ProductTile[]): VariantMatrix | null {
  const parts = variants.map((variant) => (variant.variantLabel ?? '').split(separator));
  if (variants.length < 3 || parts.some((one) => one.length !== 2 || one.includes(''))) return null;
  const first = [...new Set(parts.map(([value = '']) => value))];
  const second = [...new Set(parts.map(([, value = '']) => value))];
  if (first.length < 2 || second.length < 2) return null;
  const turned = second.length > first.length && first.length <= mostColumns;
  const [rowValues, columns] = turned ? [second, first] : [first, second];
  if (columns.length > mostColumns) return null;
  const at = new Map<string, ProductTile>();
  variants.forEach((variant, index) => {
    const [a = '', b = ''] = parts[index] ?? [];
    at.set(turned ? `${b}\u0000${a}` : `${a}\u0000${b}`, variant);
  });
  if (at.size !== variants.length) return null;
  const rows = rowValues.map((label) => ({
    label,
    cells: columns.map((column) => at.get(`${label}\u0000${column}`) ?? null),
  }));
  return { columns, rows };
}
