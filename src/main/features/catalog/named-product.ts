import { sql } from 'kysely';

/**
 * "T-Shirt, Blue": a variant is named with its parent, in as many characters as an order keeps of a name. For a product
 * `p`, left-joined with its `parent`.
 */
export const fullProductName = sql<string>`iif(ifnull(p.variantLabel, '') = '', p.name,
  substr(coalesce(parent.name, p.name) || ', ' || p.variantLabel, 1, 300))`;

/** What lists name a product by, in their `SELECT`: of a product `p`, left-joined with its `parent`. */
export const namedProduct = sql`p.id AS productId, ${fullProductName} AS name, p.sku, p.unit,
  coalesce(p.pictureId, parent.pictureId) AS pictureId`;
