import { matchPath, usePlace } from '../../ui/router.ts';
import { CountSheetPage } from './count-sheet-page.tsx';
import { ProductStockPage } from './product-stock-page.tsx';
import { partOf } from './stock-parts.ts';
import { StockTabs } from './stock-tabs.tsx';

/** Stock: its parts, one product's ledger (`/stock/products/12`), or one stock-take's sheet (`/stock/counts/7`). */
export function StockScreen() {
  const { path } = usePlace();
  const product = matchPath('/stock/products/:number', path);
  const count = matchPath('/stock/counts/:number', path);
  if (product) return <ProductStockPage key={product.number} number={product.number} />;
  if (count) return <CountSheetPage key={count.number} number={count.number} />;
  return <StockTabs part={partOf(path)} />;
}
