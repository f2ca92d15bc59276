import { matchPath, usePlace } from '../../ui/router.ts';
import { CategoriesPage } from './categories-page.tsx';
import { ProductPage } from './product-page.tsx';
import { ProductTable } from './product-table.tsx';

/** The catalogue: its table, the form of a product (`/products/12/edit`, `/products/new`), the tree of categories. */
export function ProductsScreen() {
  const { path } = usePlace();
  const edited = matchPath('/products/:number/edit', path);
  if (edited) return <ProductPage key={edited.number} number={edited.number} />;
  if (path === '/products/new') return <ProductPage number={null} />;
  if (path === '/products/categories') return <CategoriesPage />;
  return <ProductTable />;
}
