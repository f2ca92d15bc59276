import type { CallName } from '../../shared/contract/index.ts';
import { auditHandlers } from '../features/audit/index.ts';
import { backupsHandlers, backupsLookHandlers } from '../features/backups/index.ts';
import { cartsHandlers } from '../features/carts/index.ts';
import { catalogBulkHandlers, catalogEditHandlers, catalogHandlers } from '../features/catalog/index.ts';
import { conditionHandlers } from '../features/condition/index.ts';
import { customerRecordsHandlers, customersHandlers } from '../features/customers/index.ts';
import { dashboardHandlers } from '../features/dashboard/index.ts';
import { diskHandlers } from '../features/disk/index.ts';
import { documentsHandlers } from '../features/documents/index.ts';
import { historyImportHandlers } from '../features/history-import/index.ts';
import { importHandlers } from '../features/import/index.ts';
import { kioskHandlers } from '../features/kiosk/index.ts';
import { listsHandlers } from '../features/lists/index.ts';
import { machineHandlers } from '../features/machine/index.ts';
import { maintenanceHandlers } from '../features/maintenance/index.ts';
import { orderllaImportHandlers } from '../features/orderlla-import/index.ts';
import { orderActionsHandlers, ordersHandlers } from '../features/orders/index.ts';
import { paletteHandlers } from '../features/palette/index.ts';
import { readsHandlers } from '../features/reads/index.ts';
import { refundsHandlers } from '../features/refunds/index.ts';
import { reportsHandlers, reportsOutHandlers } from '../features/reports/index.ts';
import { returnsHandlers } from '../features/returns/index.ts';
import { setupHandlers } from '../features/setup/index.ts';
import { shopHandlers, taxesHandlers, tendersHandlers } from '../features/shop/index.ts';
import { shopIdentityHandlers } from '../features/shop-identity/index.ts';
import { staffHandlers } from '../features/staff/index.ts';
import { stockHandlers } from '../features/stock/index.ts';
import { stockCountsHandlers } from '../features/stock-counts/index.ts';
import { timerHandlers } from '../features/timer/index.ts';
import { viewsHandlers } from '../features/views/index.ts';
import type { Handler } from './context.ts';

/** One handler for each call of the contract; a forgotten one does not compile. */
export const handlers: { readonly [N in CallName]: Handler<N> } = {
  ...setupHandlers,
  ...staffHandlers,
  ...shopHandlers,
  ...shopIdentityHandlers,
  ...taxesHandlers,
  ...tendersHandlers,
  ...catalogHandlers,
  ...catalogEditHandlers,
  ...catalogBulkHandlers,
  ...customersHandlers,
  ...customerRecordsHandlers,
  ...ordersHandlers,
  ...viewsHandlers,
  ...listsHandlers,
  ...orderActionsHandlers,
  ...refundsHandlers,
  ...returnsHandlers,
  ...stockHandlers,
  ...stockCountsHandlers,
  ...timerHandlers,
  ...cartsHandlers,
  ...kioskHandlers,
  ...dashboardHandlers,
  ...readsHandlers,
  ...reportsHandlers,
  ...reportsOutHandlers,
  ...importHandlers,
  ...orderllaImportHandlers,
  ...historyImportHandlers,
  ...documentsHandlers,
  ...machineHandlers,
  ...maintenanceHandlers,
  ...auditHandlers,
  ...backupsHandlers,
  ...diskHandlers,
  ...conditionHandlers,
  ...backupsLookHandlers,
  ...paletteHandlers,
};
