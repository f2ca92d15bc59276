import { navigate } from '../../ui/router.ts';

/** The form of a new product; a copy of another one where that is named. */
export function showNewProduct(copyOf?: number): void {
  navigate('/products/new', copyOf === undefined ? {} : { query: { copy: String(copyOf) } });
}

/** The form of a product that is there. */
export function showProductForm(productId: number): void {
  navigate(`/products/${productId}/edit`);
}

/** The list with one product open beside it. */
export function showProduct(productId: number): void {
  navigate('/products', { query: { product: String(productId) } });
}

export function showCategories(): void {
  navigate('/products/categories');
}
