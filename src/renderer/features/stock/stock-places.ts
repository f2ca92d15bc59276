import { navigate } from '../../ui/router.ts';

/** One product's stock and ledger. */
export function showProduct(productId: number): void {
  navigate(`/stock/products/${productId}`);
}

/** Receiving, with the product on the list. */
export function showReceiving(productId: number): void {
  navigate('/stock/receive', { query: { product: String(productId) } });
}

/** One stock-take's sheet. */
export function showCount(countId: number): void {
  navigate(`/stock/counts/${countId}`);
}
