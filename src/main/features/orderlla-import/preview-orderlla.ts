import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderStatuses } from '../../../shared/domain/order-status.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Shop, TaskContext, TaskHandler } from '../../app/context.ts';
import type { Upload } from '../../app/uploads.ts';
import { runInSlices, type Steps } from '../csv/steps.ts';
import { buildDraftSteps } from './build-draft.ts';
import type { DraftOrder, OrderllaDraft } from './orderlla-draft.ts';
import { type OrderllaReading, uploadOf } from './orderlla-upload.ts';
import { type OrderllaPlan, planOrderlla } from './plan-orderlla.ts';
import { readSourceSteps } from './read-source.ts';

/**
 * Reads an uploaded Orderlla file and says what bringing it in would make. Goes in slices, so that the till does not
 * notice; another file or `import.cancel` ends it.
 */
export const previewOrderlla: TaskHandler<'orderllaImport.preview'> = async (ctx, { uploadId }) => {
  const upload = uploadOf(ctx, uploadId);
  if (upload.size === 0) throw new AppError('file-empty');
  upload.stopReading?.();
  const stop = new AbortController();
  const stopReading = () => stop.abort(new AppError('cancelled'));
  upload.stopReading = stopReading;
  try {
    const draft = await runInSlices(draftSteps(upload, ctx.shop, ctx.now), { signal: stop.signal });
    const preview = previewOf(ctx, upload, draft);
    upload.reading = { orderlla: draft, preview, made: null } satisfies OrderllaReading;
    return preview;
  } finally {
    if (upload.stopReading === stopReading) upload.stopReading = null;
  }
};

function* draftSteps(upload: Upload, shop: Shop, now: number): Steps<OrderllaDraft> {
  const source = yield* readSourceSteps(Buffer.concat(upload.pieces));
  return yield* buildDraftSteps(source, shop, now);
}

function previewOf(
  ctx: TaskContext,
  { uploadId, fileName }: Upload,
  draft: OrderllaDraft,
): Output<'orderllaImport.preview'> {
  const plan = planOrderlla(ctx.db, draft);
  const { customers, products, orders } = draft;
  return {
    uploadId,
    fileName,
    source: draft.source,
    read: { ...countsOf(draft), orders: orders.length + draft.leftOut, ...goodsOf(orders) },
    make: { ...countsOf(plan), tenders: plan.newMethods.map(({ name }) => name) },
    known: {
      customers: customers.length - plan.customers.length,
      products: products.length - plan.products.length,
      orders: orders.length - plan.orders.length,
    },
    leftOut: draft.leftOut,
    statuses: statusesOf(orders),
    refunds: refundsOf(plan.orders),
    odd: [...plan.odd, ...draft.odd].toSorted((a, b) => Number(b.needsLook) - Number(a.needsLook)),
  };
}

function countsOf({ customers, products, orders }: OrderllaDraft | OrderllaPlan) {
  return { customers: customers.length, products: products.length, orders: orders.length };
}

function goodsOf(orders: readonly DraftOrder[]) {
  const lines = orders.flatMap((order) => order.lines);
  let units = 0;
  for (const line of lines) units += line.quantity;
  return { lines: lines.length, units: quantity(units) };
}

function statusesOf(orders: readonly DraftOrder[]) {
  return orderStatuses.flatMap((status) => {
    const found = orders.filter((order) => order.status === status);
    let total = 0;
    for (const order of found) total += order.total;
    return found.length === 0 ? [] : [{ status, orders: found.length, total: money(total) }];
  });
}

function refundsOf(orders: readonly DraftOrder[]) {
  const count = (state: string): number =>
    orders.filter(({ refund, total }) => total > 0 && refund?.state === state).length;
  return { awaiting: count('awaiting'), initiated: count('initiated'), settled: count('settled') };
}
