import type { z } from 'zod';
import { approvalsCalls } from './approvals.ts';
import { auditCalls } from './audit.ts';
import { backupsCalls } from './backups.ts';
import { backupsLookCalls } from './backups-look.ts';
import { backupsRestoreCalls, setupRestoreCalls } from './backups-restore.ts';
import { cartsCalls } from './carts.ts';
import { catalogCalls } from './catalog.ts';
import { catalogBulkCalls } from './catalog-bulk.ts';
import { catalogEditCalls } from './catalog-edit.ts';
import { conditionCalls } from './condition.ts';
import { customerRecordsCalls } from './customer-records.ts';
import { customersCalls } from './customers.ts';
import { dashboardCalls } from './dashboard.ts';
import type { CommandEntry, LongQueryEntry, QueryEntry, TaskEntry } from './define.ts';
import { diskCalls } from './disk.ts';
import { documentsCalls } from './documents.ts';
import { historyImportCalls } from './history-import.ts';
import { importCalls } from './import.ts';
import { kioskCalls } from './kiosk.ts';
import { listsCalls } from './lists.ts';
import { machineCalls } from './machine.ts';
import { maintenanceCalls } from './maintenance.ts';
import { orderActionsCalls } from './order-actions.ts';
import { orderllaImportCalls } from './orderlla-import.ts';
import { ordersCalls } from './orders.ts';
import { paletteCalls } from './palette.ts';
import { readsCalls } from './reads.ts';
import { refundsCalls } from './refunds.ts';
import { reportsCalls } from './reports.ts';
import { reportsOutCalls } from './reports-out.ts';
import { returnsCalls } from './returns.ts';
import { sessionCalls, setupCalls } from './setup.ts';
import { shopIdentityCalls } from './shop-identity.ts';
import { shopCalls } from './shop-settings.ts';
import { taxesCalls } from './shop-taxes.ts';
import { tendersCalls } from './shop-tenders.ts';
import { staffCalls } from './staff.ts';
import { stockCalls } from './stock.ts';
import { stockCountsCalls } from './stock-counts.ts';
import { timerCalls } from './timer.ts';
import { viewsCalls } from './views.ts';

/** Everything that may be asked of the application. */
export const contract = {
  ...setupCalls,
  ...backupsCalls,
  ...backupsLookCalls,
  ...backupsRestoreCalls,
  ...setupRestoreCalls,
  ...sessionCalls,
  ...staffCalls,
  ...approvalsCalls,
  ...shopCalls,
  ...shopIdentityCalls,
  ...taxesCalls,
  ...tendersCalls,
  ...catalogCalls,
  ...catalogEditCalls,
  ...catalogBulkCalls,
  ...customersCalls,
  ...customerRecordsCalls,
  ...ordersCalls,
  ...viewsCalls,
  ...listsCalls,
  ...orderActionsCalls,
  ...refundsCalls,
  ...returnsCalls,
  ...stockCalls,
  ...stockCountsCalls,
  ...timerCalls,
  ...cartsCalls,
  ...kioskCalls,
  ...dashboardCalls,
  ...diskCalls,
  ...conditionCalls,
  ...readsCalls,
  ...reportsCalls,
  ...reportsOutCalls,
  ...importCalls,
  ...orderllaImportCalls,
  ...historyImportCalls,
  ...documentsCalls,
  ...machineCalls,
  ...maintenanceCalls,
  ...auditCalls,
  ...paletteCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
type KindName<E> = { [N in CallName]: Contract[N] extends E ? N : never }[CallName];
export type QueryName = KindName<QueryEntry<z.ZodType, z.ZodType, string>>;
export type LongQueryName = KindName<LongQueryEntry<z.ZodType, z.ZodType, string>>;
export type CommandName = KindName<CommandEntry<z.ZodType, z.ZodType, string>>;
export type TaskName = KindName<TaskEntry<z.ZodType, z.ZodType, string>>;
/** What a client sends. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, parsed. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;
export type ErrorCode<N extends CallName> = Contract[N]['errors'][number];
