import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { listTilesById } from '../catalog/load-tiles.ts';

/** Customers buy whole units: one piece, one kilogram. */
export const wholeUnit = 1000;

const liveVariants = preparedRead<{ parentId: number }, { id: number }>((slot) =>
  query
    .selectFrom('products')
    .select('id')
    .where('parentId', '=', slot('parentId'))
    .where('archivedAt', 'is', null)
    .orderBy('id'),
);

/** The variants of a parent as customers see them. */
export function variantTiles(ctx: Context, parentId: number): KioskTile[] {
  const ids = liveVariants.all(ctx.db, { parentId }).map(({ id }) => id);
  return listTilesById(ctx, ids).map((tile) => kioskTile(ctx, tile));
}

/** Products by id as customers see them; archived and unknown ones are left out. */
export function kioskTiles(ctx: Context, ids: readonly number[]): KioskTile[] {
  return listTilesById(ctx, ids).map((tile) => kioskTile(ctx, tile));
}

/**
 * What of a product is a customer's to know. How many there are is not: only how many one order may hold, never more
 * than are there, whatever staff may oversell.
 */
function kioskTile(ctx: Context, tile: ProductTile): KioskTile {
  const { id, kind, parentId, name, variantLabel, categoryId, colour, pictureId, taxes, unit } = tile;
  const { price, highestPrice, compareAtPrice } = tile;
  const card = { id, kind, parentId, name, variantLabel, categoryId, colour, pictureId, taxes, unit };
  const most = kind === 'parent' ? mostOfParent(ctx, id) : mostOf(ctx, tile);
  return { ...card, price, highestPrice, compareAtPrice, most };
}

function mostOfParent(ctx: Context, parentId: number): number {
  const variants = liveVariants.all(ctx.db, { parentId }).map(({ id }) => id);
  return Math.max(0, ...listTilesById(ctx, variants).map((variant) => mostOf(ctx, variant)));
}

function mostOf(
  { shop }: Context,
  { tracked, available }: Pick<ProductTile, 'tracked' | 'available'>,
): number {
  if (!tracked) return shop.kioskCartCap;
  return Math.max(0, Math.min(shop.kioskCartCap, Math.floor(available / wholeUnit)));
}
