import { AppError } from '../../../shared/contract/errors.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { type OversellPolicy, stockVerdict } from '../../../shared/domain/oversell.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import { effectiveOversell } from '../catalog/effective-oversell.ts';
import type { ProductForSale } from './order-statements.ts';
import type { SoldLine } from './sold-lines.ts';

/** So much more of a product; below zero where an order gives some of it up. */
export type WantedLine = Pick<SoldLine, 'product' | 'name' | 'quantity'>;

/** A product of which more is sold than there is. */
export type OversoldProduct = {
  readonly index: number;
  readonly productId: number;
  readonly name: string;
  readonly available: Quantity;
  readonly wanted: Quantity;
};

/**
 * Holds what is wanted against what is there, all lines of a product together, by the policy of the product,
 * its category or the shop. Answers what is sold beyond stock with the cashier's knowledge.
 * @throws AppError `out-of-stock` where the policy blocks, `stock-warning` where it asks first.
 */
export function checkStock(
  ctx: CommandContext,
  lines: readonly WantedLine[],
  input: Pick<PlaceOrderInput, 'oversellAccepted'>,
): readonly OversoldProduct[] {
  const short = shortProducts(ctx, lines);
  const { actor } = ctx;
  const mayPass = actor.kind === 'system' || (actor.kind === 'staff' && actor.rights.has('oversell'));
  const blocked = short.filter((one) => one.verdict === 'block' && !mayPass);
  if (blocked.length > 0) throw new AppError('out-of-stock', { lines: blocked.map(withoutVerdict) });
  // Whoever approved passing the block knew what is missing: nobody is asked about it again.
  const isApproved =
    actor.kind === 'staff' && (actor.approval ?? []).some((grant) => grant.right === 'oversell');
  const unseen = short.filter(
    ({ productId, verdict }) =>
      !input.oversellAccepted.includes(productId) && !(isApproved && verdict === 'block'),
  );
  if (unseen.length > 0) throw new AppError('stock-warning', { lines: unseen.map(withoutVerdict) });
  return short.map(withoutVerdict);
}

type Short = OversoldProduct & { readonly verdict: 'warn' | 'block' };

function withoutVerdict({ verdict: _verdict, ...rest }: Short): OversoldProduct {
  return rest;
}

function shortProducts(ctx: CommandContext, lines: readonly WantedLine[]): readonly Short[] {
  const wantedOf = new Map<number, number>();
  for (const { product, quantity: sold } of lines) {
    if (product) wantedOf.set(product.id, (wantedOf.get(product.id) ?? 0) + sold);
  }
  const seen = new Set<number>();
  return lines.flatMap(({ product, name }, index) => {
    if (!product || seen.has(product.id)) return [];
    seen.add(product.id);
    const wanted = quantity(wantedOf.get(product.id) ?? 0);
    const onHand = product.onHand ?? quantity(0);
    const reserved = product.reserved ?? quantity(0);
    const available = quantity(onHand - reserved);
    if (product.tracked !== 1 || wanted <= available) return [];
    const policy = policyOf(ctx, product);
    const verdict = stockVerdict({ onHand, reserved, wanted, policy, tracked: true });
    return verdict === 'ok' ? [] : [{ index, productId: product.id, name, available, wanted, verdict }];
  });
}

function policyOf(ctx: CommandContext, product: ProductForSale): OversellPolicy {
  return product.oversell ?? effectiveOversell(ctx.db, product.categoryId, ctx.shop.oversell);
}
