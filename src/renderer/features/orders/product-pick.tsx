import { useRef } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { CartLine } from '../../../shared/domain/cart.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { cartLineOf } from '../../bridge/cart-line-of.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { createRequestId } from '../../bridge/request-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { ProductSearch } from './product-search.tsx';

/** Adds products to an order by search or by scan: words find each kind of a product by itself. */
export function ProductPick({ onPick }: { readonly onPick: (line: CartLine) => void }) {
  const text = useText();
  const client = useClient();
  const errorText = useErrorText();
  const field = useRef<HTMLInputElement>(null);
  const pick = (tile: ProductTile) => onPick(cartLineOf(tile, createRequestId(), quantity(1000)));
  useScanner((code) => {
    client.ask('catalog.findByCode', { code }).then(
      (tile) => {
        if (tile) pick(tile);
        else toast(text('orders.edit-scan-unknown', { code }));
      },
      (error: unknown) => toast(errorText(error), { tone: 'danger' }),
    );
  });
  return <ProductSearch field={field} onPick={pick} />;
}
