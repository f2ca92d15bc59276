import { useCallback } from 'react';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { type ProductRow, productOfCode } from './product-row.ts';

/** Finds the product of a code; null where there is none, or more than one. */
function useProductOfCode(): (code: string) => Promise<ProductRow | null> {
  const client = useClient();
  return useCallback(
    async (code) => {
      const search = { text: code, categoryId: null, stock: 'all', cursor: null, limit: 20 } as const;
      const { items } = await client.ask('catalog.list', search);
      return productOfCode(items, code);
    },
    [client],
  );
}

/** Takes the scans on a stock screen: a product's goes to `onProduct`, a receipt's still leads to its order. */
export function useStockScan(onProduct: (row: ProductRow) => void, enabled = true): void {
  const text = useText();
  const errorText = useErrorText();
  const find = useProductOfCode();
  useScanner((code) => {
    const orderNumber = parseOrderCode(code);
    if (orderNumber !== null) return navigate(`/orders/${orderNumber}`);
    find(code).then(
      (row) => (row === null ? void toast(text('stock.scan-unknown', { code })) : onProduct(row)),
      (error: unknown) => toast(errorText(error), { tone: 'danger' }),
    );
  }, enabled);
}
