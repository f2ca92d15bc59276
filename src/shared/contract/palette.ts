import { z } from 'zod';
import { productTile } from './catalog.ts';
import { query } from './define.ts';
import { day, id, money } from './fields.ts';
import { orderStatus } from './order-views.ts';

/** The one search over everything that has a name or a number. */

const foundOrder = z.strictObject({
  id,
  status: orderStatus,
  placedOn: day,
  customerName: z.string().nullable(),
  total: money,
});
export type FoundOrder = z.output<typeof foundOrder>;

const foundProduct = productTile.pick({
  id: true,
  kind: true,
  name: true,
  variantLabel: true,
  sku: true,
  colour: true,
  pictureId: true,
  price: true,
  highestPrice: true,
  unit: true,
  variantCount: true,
});
export type FoundProduct = z.output<typeof foundProduct>;

const foundCustomer = z.strictObject({ id, name: z.string(), phone: z.string(), address: z.string() });
export type FoundCustomer = z.output<typeof foundCustomer>;

const recalled = z.array(id).max(40);

export const paletteCalls = {
  /**
   * What a text may mean: orders by number or printed code, products by name, SKU or barcode (variants under their
   * parent where several fit), customers by name, telephone, e-mail, address or number. The best of each kind first;
   * a kind that the person may not see is empty, as if there were none.
   */
  'palette.find': query({
    needs: 'signed-in',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(20) }),
    output: z.strictObject({
      orders: z.array(foundOrder),
      products: z.array(foundProduct),
      customers: z.array(foundCustomer),
      /** The product whose very code the text is. */
      codeOf: id.nullable(),
    }),
    errors: [],
    reads: ['orders', 'products', 'customers', 'session'],
  }),
  /**
   * Things that were opened before, as they are called now. What is gone, archived or not for this person is left
   * out; the others come in no order.
   */
  'palette.recall': query({
    needs: 'signed-in',
    input: z.strictObject({ orderIds: recalled, productIds: recalled, customerIds: recalled }),
    output: z.strictObject({
      orders: z.array(foundOrder),
      products: z.array(foundProduct),
      customers: z.array(foundCustomer),
    }),
    errors: [],
    reads: ['orders', 'products', 'customers', 'session'],
  }),
};
