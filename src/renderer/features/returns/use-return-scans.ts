import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { parseOrderCode } from '../../../shared/domain/order-code.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { cartLineOf, productName } from '../../bridge/cart-line-of.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { createRequestId } from '../../bridge/request-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import type { ReturnWork } from './return-context.ts';
import { chosenOf, isBegun, leftOf } from './return-draft.ts';

/**
 * Scans on the second step: a product counts its line up by one, or goes to the new goods; another receipt is
 * turned to where nothing was chosen yet.
 */
export function useReturnScans(work: ReturnWork, isDialogOpen: boolean): void {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const take = useTakeProduct(work);
  const { sale, draft } = work;

  const turnTo = async (code: string, number: number): Promise<void> => {
    if (number === sale.orderId) return;
    if (isBegun(draft)) return void toast(text('returns.scan-other-sale', { number: String(number) }));
    const order = await client.ask('orders.findByCode', { code });
    if (order) navigate('/returns', { query: { order: String(order.orderId) } });
    else toast(text('returns.scan-no-order', { number: String(number) }));
  };
  const scan = async (code: string): Promise<void> => {
    const number = parseOrderCode(code);
    if (number !== null) return turnTo(code, number);
    const tile = await client.ask('catalog.findByCode', { code });
    if (tile) take(tile);
    else toast(text('returns.scan-unknown', { code }));
  };
  useScanner((code) => {
    if (isDialogOpen) return void toast(text('frame.scan-held', { code }));
    scan(code).catch((error: unknown) => toast(errorText(error), { tone: 'danger' }));
  });
}

/** Puts a product among the new goods. */
export function addFresh(dispatch: ReturnWork['dispatch'], tile: ProductTile): void {
  const line = cartLineOf(tile, createRequestId(), pieces(1));
  dispatch({ type: 'fresh', action: { type: 'add', line } });
}

function useTakeProduct({ sale, draft, dispatch }: ReturnWork): (tile: ProductTile) => void {
  const text = useText();
  return (tile) => {
    if (draft.scanInto === 'new') return addFresh(dispatch, tile);
    const name = productName(tile);
    const own = sale.lines.filter((line) => line.productId === tile.id);
    const open = own.find((line) => chosenOf(draft, line.lineNo) < leftOf(line));
    if (open) return dispatch({ type: 'count', line: open, up: true });
    if (own.length > 0) return void toast(text('returns.all-of-it', { name }));
    const add = () => {
      addFresh(dispatch, tile);
      dispatch({ type: 'scan-into', into: 'new' });
    };
    toast(text('returns.not-in-sale', { name }), {
      action: { label: text('returns.add-as-new'), run: add },
    });
  };
}
