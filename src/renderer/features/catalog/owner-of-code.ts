import type { Client } from '../../bridge/client.ts';

/** The product that has a barcode, by its id and name; null where none has. @throws ApiError when main refuses. */
export async function ownerOfCode(
  client: Client,
  code: string,
): Promise<{ readonly id: number; readonly name: string } | null> {
  const search = { text: code, categoryId: null, stock: 'all', cursor: null, limit: 20 } as const;
  const { items } = await client.ask('catalog.list', search);
  const owner = items.find(({ barcodes }) => barcodes.includes(code));
  if (owner === undefined) return null;
  const { id, name, variantLabel } = owner;
  return { id, name: variantLabel === null ? name : `${name}, ${variantLabel}` };
}
