import { approvalsText } from './en/approvals.ts';
import { auditText } from './en/audit.ts';
import { auditDidText } from './en/audit-did.ts';
import { auditFieldsText } from './en/audit-fields.ts';
import { auditFieldsMoreText } from './en/audit-fields-more.ts';
import { auditFileText } from './en/audit-file.ts';
import { auditFindingsText } from './en/audit-findings.ts';
import { auditMoreText } from './en/audit-more.ts';
import { auditTriedText } from './en/audit-tried.ts';
import { auditValuesText } from './en/audit-values.ts';
import { backupsText } from './en/backups.ts';
import { backupsCsvText } from './en/backups-csv.ts';
import { backupsLookText } from './en/backups-look.ts';
import { backupsMoreText } from './en/backups-more.ts';
import { backupsRestoreText } from './en/backups-restore.ts';
import { bringBackText } from './en/bring-back.ts';
import { bulkText } from './en/bulk.ts';
import { catalogText } from './en/catalog.ts';
import { categoriesText } from './en/categories.ts';
import { computerText } from './en/computer.ts';
import { conditionText } from './en/condition.ts';
import { csvSetText } from './en/csv-set.ts';
import { customersText } from './en/customers.ts';
import { customersMoreText } from './en/customers-more.ts';
import { dashboardText } from './en/dashboard.ts';
import { diskText } from './en/disk.ts';
import { documentsText } from './en/documents.ts';
import { errorsText } from './en/errors.ts';
import { explainText } from './en/explain.ts';
import { figuresText } from './en/figures.ts';
import { frameText } from './en/frame.ts';
import { historyImportText } from './en/history-import.ts';
import { historyPastText } from './en/history-past.ts';
import { historyScreenText } from './en/history-screen.ts';
import { historyScreenMoreText } from './en/history-screen-more.ts';
import { identityText } from './en/identity.ts';
import { importText } from './en/import.ts';
import { importScreenText } from './en/import-screen.ts';
import { kioskText } from './en/kiosk.ts';
import { listsText } from './en/lists.ts';
import { metricsText } from './en/metric.ts';
import { metricsMoreText } from './en/metric-more.ts';
import { numberingText } from './en/numbering.ts';
import { orderllaImportText } from './en/orderlla-import.ts';
import { ordersText } from './en/orders.ts';
import { ordersListText } from './en/orders-list.ts';
import { ordersMoreText } from './en/orders-more.ts';
import { paletteText } from './en/palette.ts';
import { papersText } from './en/papers.ts';
import { payText } from './en/pay.ts';
import { personDataText } from './en/person-data.ts';
import { productFormText } from './en/product-form.ts';
import { recoveryText } from './en/recovery.ts';
import { refundsText } from './en/refunds.ts';
import { reportChartText } from './en/report-chart.ts';
import { reportOutText } from './en/report-out.ts';
import { reportsText } from './en/reports.ts';
import { returnsText } from './en/returns.ts';
import { rightsText } from './en/rights.ts';
import { salvageText } from './en/salvage.ts';
import { secretsText } from './en/secrets.ts';
import { sellText } from './en/sell.ts';
import { sessionText } from './en/session.ts';
import { settingsText } from './en/settings.ts';
import { settingsMoreText } from './en/settings-more.ts';
import { setupText } from './en/setup.ts';
import { shellText } from './en/shell.ts';
import { staffText } from './en/staff.ts';
import { stockText } from './en/stock.ts';
import { stockTakeText } from './en/stock-take.ts';
import { taxesText } from './en/taxes.ts';
import { tendersText } from './en/tenders.ts';
import { timerText } from './en/timer.ts';
import { uiText } from './en/ui.ts';
import { viewsText } from './en/views.ts';
import { createText, type TextOf } from './text.ts';

/**
 * Every English text of the product. English is the source: its keys and placeholders are the types.
 *
 * A feature adds its texts as `en/<feature>.ts` with keys that begin with `<feature>.`, and one line here;
 * what is too long for one file goes on in `en/<feature>-more.ts`.
 */
export const english = {
  ...approvalsText,
  ...auditText,
  ...auditMoreText,
  ...auditFileText,
  ...auditFindingsText,
  ...auditDidText,
  ...auditTriedText,
  ...auditFieldsText,
  ...auditFieldsMoreText,
  ...auditValuesText,
  ...rightsText,
  ...backupsText,
  ...backupsCsvText,
  ...csvSetText,
  ...backupsLookText,
  ...backupsMoreText,
  ...backupsRestoreText,
  ...bringBackText,
  ...bulkText,
  ...catalogText,
  ...categoriesText,
  ...productFormText,
  ...customersText,
  ...customersMoreText,
  ...personDataText,
  ...dashboardText,
  ...diskText,
  ...conditionText,
  ...metricsText,
  ...metricsMoreText,
  ...explainText,
  ...reportsText,
  ...ordersText,
  ...ordersListText,
  ...ordersMoreText,
  ...listsText,
  ...salvageText,
  ...viewsText,
  ...paletteText,
  ...payText,
  ...recoveryText,
  ...refundsText,
  ...reportOutText,
  ...returnsText,
  ...reportChartText,
  ...documentsText,
  ...importText,
  ...importScreenText,
  ...orderllaImportText,
  ...historyImportText,
  ...historyScreenText,
  ...historyScreenMoreText,
  ...historyPastText,
  ...kioskText,
  ...shellText,
  ...uiText,
  ...errorsText,
  ...frameText,
  ...setupText,
  ...secretsText,
  ...sellText,
  ...sessionText,
  ...settingsText,
  ...identityText,
  ...papersText,
  ...numberingText,
  ...computerText,
  ...settingsMoreText,
  ...figuresText,
  ...taxesText,
  ...tendersText,
  ...staffText,
  ...stockText,
  ...stockTakeText,
  ...timerText,
} as const;

export type English = typeof english;
export type TextKey = keyof English;
/** `text(key, parameters)` in whatever language the window runs. */
export type AppText = TextOf<English>;

/** English texts; the locale decides digits only (`en-GB`, `en-IN`, …). */
export function createEnglishText(locale = 'en'): AppText {
  return createText<English>(locale, english, 'en');
}
