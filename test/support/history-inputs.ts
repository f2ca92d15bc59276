import type { HistoryChoices } from '../../src/shared/contract/history-choices.ts';

const choices: HistoryChoices = {
  files: {
    sales: {
      mapping: { number: 0, date: 1, name: 2, quantity: 3, price: 4 },
      ...{
        hasHeader: true,
        encoding: 'utf-8',
        delimiter: ',',
        decimal: 'point',
        dateOrder: 'dmy',
        amountsIn: 'major',
      },
    },
  },
  ...{ orderIs: 'number', returnMark: 'C', pricesIncludeTax: true, taxRate: 200_000 as never },
  statuses: [{ status: 'done', becomes: 'delivered' }],
  tenders: [{ name: 'Cash', tenderId: 1 }],
  ...{ products: 'archived', customers: 'make' },
};

/** What each call about sales history is asked in earnest, for the shop of `hostile-shop.ts`. */
export const historyInputs = {
  'historyImport.upload': {
    ...{ uploadId: 'history-1', slot: 'sales' as const, fileName: 'sales.csv', offset: 0 },
    data: 'aWQsZGF0ZSxpdGVtLHF0eSxwcmljZQoxLDIwMjQtMDEtMDIsVGVhLDEsMi41MAo=',
  },
  'historyImport.dropFile': { uploadId: 'history-2', slot: 'payments' },
  'historyImport.preview': { uploadId: 'history-1', choices },
  'historyImport.run': { uploadId: 'history-1' },
  'historyImport.cancel': { uploadId: 'history-2' },
  'historyImport.saveProblems': { uploadId: 'history-1' },
  'historyImport.list': { cursor: null, limit: 20 },
  'historyImport.reconcile': { importId: 1 },
  'historyImport.undo': { importId: 1 },
} as const;
