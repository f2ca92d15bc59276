import { sql } from 'kysely';

/** "T-Shirt, Blue": a variant is named with its parent. For a product `p`, left-joined with its `parent`. */
export const fullProductName = sql<string>`iif(ifnull(p.variantLabel, '') = '', p.name,
  coalesce(parent.name, p.name) || ', ' || p.variantLabel)`;

/** What lists name a product by, in their `SELECT`: of a product `p`, left-joined with its `parent`. */
export const namedProduct = sql`p.id AS productId, ${fullProductName} AS name, p.sku, p.unit,
  coalesce(p.pictureId, parent.pictureId) AS pictureId`;
