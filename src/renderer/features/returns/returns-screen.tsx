import { useReducer } from 'react';
import { addressId } from '../../ui/address-id.ts';
import { usePlace } from '../../ui/router.ts';
import { FindSale } from './find-sale.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { NoSale } from './no-sale.tsx';
import { isBegun, noReturn, returnReducer } from './return-draft.ts';
import { SaleReturn } from './sale-return.tsx';
import { WithoutReceipt } from './without-receipt.tsx';

/**
 * Goods that come back: find the sale, choose, settle; or without a receipt. What was chosen of a sale stays here
 * while one goes back to the search, until it is settled or another sale is chosen.
 */
export function ReturnsScreen() {
  const { path, query } = usePlace();
  const [draft, dispatch] = useReducer(returnReducer, noReturn);
  const orderId = addressId(query.order);
  if (path === '/returns/without-receipt') return <WithoutReceipt />;
  return (
    <>
      {query.order === undefined ? (
        <FindSale draft={draft} dispatch={dispatch} />
      ) : orderId === null ? (
        <NoSale number={query.order} />
      ) : (
        <SaleReturn key={orderId} orderId={orderId} draft={draft} dispatch={dispatch} />
      )}
      <LeaveDialog isBegun={isBegun(draft)} />
    </>
  );
}
