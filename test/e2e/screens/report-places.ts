import type { Page } from 'playwright';
import { showScreen } from '../open-shop.ts';
import { reportOutPlaces } from './report-out-places.ts';
import type { Place } from './shop-places.ts';

/** A report by its address, once what tells it is drawn. */
function report(name: string, address: string, there: string): Place {
  return {
    name: `report-${name}`,
    go: async (page: Page) => {
      await showScreen(page, address);
      await page.locator(`main ${there}`).first().waitFor();
      await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
    },
  };
}

const flatWhite = 'explain=goods&explain-part=product.1&explain-from=2026-01-01&explain-to=2036-12-31';

/** The reports: each kind of picture once, tables of every width, what a figure is made of, nothing at all. */
export const reportPlaces: readonly Place[] = [
  report('list', '/reports', 'section a'),
  report('sales', '/reports/sales?range=last-30-days', 'canvas'),
  report('hourly', '/reports/sales?range=yesterday&by=hour', 'canvas'),
  report('chosen-days', '/reports/sales?from=2026-01-05&to=2026-02-10&compare=last-year', 'section'),
  report('products', '/reports/products?range=last-12-months', '[role="row"] a'),
  report('explained', `/reports/products?range=last-12-months&${flatWhite}`, 'aside dl'),
  report('average', '/reports/average-order', 'canvas'),
  report('status', '/reports/status?range=all-time', '[class*="pill"]'),
  report('payments', '/reports/payments?range=all-time', '[role="row"]'),
  report('customers', '/reports/customers', '[role="row"]'),
  report('hours', '/reports/hours', '[role="row"]'),
  report('stock-value', '/reports/stock-value', '[role="row"] a'),
  report('none', '/reports/returns?from=2019-01-01&to=2019-01-31', 'h2'),
  report('upside-down', '/reports/sales?from=2026-02-10&to=2026-01-05', 'h2'),
  report('missing', '/reports/horoscope', 'h2'),
  ...reportOutPlaces,
];
