import type { CallName, Input } from '../../src/shared/contract/index.ts';
import type { Quantity } from '../../src/shared/domain/quantity.ts';
import { auditInputs } from './audit-inputs.ts';
import { backOfficeInputs } from './back-office-inputs.ts';
import { backupInputs } from './backup-inputs.ts';
import { counterSale, line } from './builders.ts';
import { catalogInputs } from './catalog-inputs.ts';
import { conditionInputs } from './condition-inputs.ts';
import { openShopInput, ownerPassword, ownerPin } from './create-test-app.ts';
import { customerInputs } from './customer-inputs.ts';
import { diskInputs } from './disk-inputs.ts';
import { historyInputs } from './history-inputs.ts';
import { identityInputs } from './identity-inputs.ts';
import { listInputs } from './list-inputs.ts';
import { lookInputs } from './look-inputs.ts';
import { paletteInputs } from './palette-inputs.ts';
import { reportInputs } from './report-inputs.ts';
import { reportOutInputs } from './report-out-inputs.ts';
import { shopInputs } from './shop-inputs.ts';

const page = { text: 'flat', cursor: null, limit: 20 } as const;
const customer = {
  name: 'Ada',
  phone: '0555 0101',
  email: 'a@b.c',
  address: 'Low Road 1',
  note: 'rings twice',
};
const delivery = { name: 'Ada', phone: '1', address: 'Low Road 1', date: 20261123 as never };
const place = counterSale([line(2, 2, 350), line(null, 1, 120)]);

/** What each call is asked in earnest, for the shop of `hostile-shop.ts`: payloads are made by spoiling it. */
export const validInputs: { readonly [N in CallName]: Input<N> } = {
  ...backupInputs,
  ...diskInputs,
  ...conditionInputs,
  ...lookInputs,
  'setup.state': {},
  'setup.openShop': openShopInput,
  'setup.loadSample': {},
  'session.current': {},
  'session.people': {},
  'session.signIn': { staffId: 1, password: ownerPassword },
  'session.lock': {},
  'session.recover': { recoveryCode: 'ABCD-EFGH', password: ownerPassword, pin: ownerPin },
  'staff.list': {},
  'staff.add': { name: 'Mary', role: 'manager', pin: '730184' },
  'staff.setPin': { staffId: 2, pin: '730184' },
  'shop.taxClasses': {},
  'shop.tenders': {},
  'shop.update': {
    name: 'Corner',
    cashRounding: 5 as never,
    deliveryDays: 4,
    reorderLevel: 5000 as Quantity,
  },
  'catalog.search': { ...page, categoryId: 1 },
  'catalog.findByCode': { code: '4006381333931' },
  'catalog.variants': { parentId: 1 },
  'catalog.tiles': { productIds: [1, 2, 3] },
  'catalog.categories': {},
  'catalog.list': { ...page, categoryId: 1, stock: 'low' },
  'catalog.product': { productId: 1 },
  'catalog.count': {},
  'customers.search': page,
  'customers.get': { customerId: 1 },
  'customers.create': customer,
  'customers.update': { customerId: 1, ...customer },
  'orders.place': { ...place, kind: 'delivery', delivery, customerId: 1 },
  'orders.list': { ...page, status: 'open', kind: 'all', fromDate: null, toDate: null, customerId: null },
  'orders.get': { orderId: 1 },
  'orders.findByCode': { code: 'ORDERLLA:O:1:95' },
  'orders.queues': {},
  // Orders 2 to 9 are there to be delivered, each with goods, a custom item and a deposit.
  'orders.advance': {
    ...{ orderId: 2, from: 'received', to: 'shipped', leaveUnpaid: true },
    tenders: [{ tenderId: 1, amount: 100 as never, reference: '' }],
  },
  'orders.advanceMany': { orders: [{ orderId: 2, from: 'shipped' }], to: null, leaveUnpaid: true },
  'orders.undoDelivered': { orderId: 3, reason: 'Wrong door' },
  'orders.cancel': { orderId: 4, reason: 'customer-changed-mind', note: 'rang up', refundCashNow: true },
  'orders.cancelLines': {
    ...{ orderId: 5, revision: 0, lineNos: [2], reason: 'out-of-stock', note: '', refundCashNow: false },
  },
  'orders.edit': {
    ...{ orderId: 6, revision: 0, note: 'rang up', refundCashNow: true, expectedTotal: 1170 as never },
    lines: [
      { lineNo: 1, quantity: 1000 as Quantity },
      { lineNo: 2, quantity: 1000 as Quantity },
    ],
    added: [line(2, 2, 350)],
    tenders: [{ tenderId: 1, amount: 100 as never, reference: '' }],
    oversellAccepted: [2],
  },
  'orders.reschedule': { orderId: 7, ...delivery },
  'orders.addNote': { orderId: 8, note: 'Rings twice' },
  'payments.take': {
    ...{ orderId: 9, expectedOpen: 720 as never },
    tenders: [{ tenderId: 1, amount: 100 as never, reference: '' }],
  },
  'carts.open': {},
  'carts.save': { cartId: 'cart-2', content: { lines: [{ productId: 2, note: 'x' }] }, isEmpty: false },
  'carts.hold': { cartId: 'cart-3', label: 'Table 4', content: { lines: [{ productId: 2 }] } },
  'carts.listHeld': {},
  'carts.resume': { cartId: 'cart-3' },
  'carts.discard': { cartId: 'cart-3' },
  'dashboard.today': {},
  'dashboard.charts': {},
  'reads.cancel': { requestId: 'a-request' },
  'import.upload': { uploadId: 'upload-2', fileName: 'list.csv', offset: 0, data: 'TmFtZQo=' },
  'import.preview': {
    uploadId: 'upload-1',
    format: 'generic',
    mapping: { name: 0, price: 1 },
    hasHeader: true,
  },
  'import.run': { uploadId: 'upload-1', updateExisting: true, setStock: true },
  'import.cancel': { uploadId: 'upload-1' },
  'import.saveProblems': { uploadId: 'upload-1' },
  'machine.get': {},
  'machine.set': { windowAtStart: 'full-screen', receiptPrinter: 'Kitchen' },
  'machine.printers': {},
  'documents.printReceipt': { orderId: 1, paper: null },
  'documents.saveReceipt': { orderId: 1, paper: 'a4' },
  'documents.print': { kind: 'invoice', orderId: 1 },
  'documents.save': { kind: 'return-slip', returnId: 1, paper: '80mm' },
  'documents.printTestPage': { paper: '80mm', printer: 'Kitchen' },
  'documents.printRecoveryCode': { recoveryCode: 'ABCD-EFGH' },
  'documents.saveRecoveryCode': { recoveryCode: 'ABCD-EFGH' },
  'stock.listLow': { cursor: null, limit: 20 },
  'stock.get': { productId: 2 },
  'stock.listMovements': { productId: 2, cursor: null, limit: 20 },
  'stock.receive': {
    supplier: 'Beans & Co',
    reference: 'DN-17',
    note: 'left at the door',
    lines: [{ productId: 2, quantity: 2000 as Quantity, unitCost: 120 as never }],
  },
  'stock.adjust': {
    productId: 2,
    change: 1000 as Quantity,
    expectedOnHand: 9000 as Quantity,
    reason: 'found',
    note: '',
  },
  'stock.writeOff': { lines: [{ productId: 2, quantity: 1000 as Quantity }], reason: 'damaged', note: '' },
  'stock.setRules': { productId: 2, reorderLevel: 5000 as Quantity, tracked: true, oversell: 'warn' },
  'stock.setCategoryOversell': { categoryId: 1, oversell: null },
  'stock.listChecks': {},
  'stock.check': { cause: 'manual' },
  'stock.repair': { checkId: 1 },
  'stockCounts.list': { cursor: null, limit: 20 },
  'stockCounts.start': { name: 'Year end', categoryId: null },
  'stockCounts.get': { countId: 1 },
  'stockCounts.listLines': { ...page, countId: 1, show: 'all' },
  'stockCounts.enter': { countId: 1, productId: 2, counted: 3000 as Quantity },
  'stockCounts.post': { countId: 1 },
  'stockCounts.discard': { countId: 1 },
  'refunds.list': { state: 'open', cursor: null, limit: 20 },
  'refunds.initiate': { refundId: 1, tenderId: null, reference: '' },
  'refunds.initiateMany': { refundIds: [1, 2] },
  'refunds.settle': { refundId: 1, reference: '000123' },
  'refunds.fail': { refundId: 1, reason: 'account closed' },
  'refunds.void': { refundId: 1, reason: 'customer keeps it' },
  'refunds.open': {
    ...{ orderId: 1, paymentNo: 1, tenderId: null, amount: 50 as never, goodwill: true },
    ...{ reason: 'cold coffee', cashNow: true },
  },
  'returns.findSales': { text: 'flat', limit: 20 },
  'returns.prepare': { orderId: 1 },
  'returns.create': {
    orderId: 1,
    lines: [
      {
        ...{ lineNo: 1, quantity: 1000 as Quantity, reason: 'faulty', disposition: 'damaged' },
        giveMoneyBack: true,
      },
    ],
    ...{ note: '', refunds: [], cashNow: true, expectedCredit: 350 as never, exchange: null },
  },
  'returns.createWithoutReceipt': {
    lines: [
      {
        ...{ productId: 2, quantity: 1000 as Quantity, unitPrice: 350 as never },
        ...{ reason: 'unwanted', disposition: 'restock' },
      },
    ],
    ...{ customerId: null, tenderId: 1, reference: '', note: '' },
  },
  'returns.list': { withoutReceipt: false, cursor: null, limit: 20 },
  'returns.get': { returnId: 1 },
  'timer.get': {},
  'timer.listRuns': { cursor: null, limit: 20 },
  'timer.run': { cause: 'manual' },
  'timer.noteFailure': { cause: 'hour', error: 'disk full' },
  'timer.setEnabled': { isEnabled: true },
  ...catalogInputs,
  ...customerInputs,
  ...auditInputs,
  ...backOfficeInputs,
  ...listInputs,
  ...paletteInputs,
  ...reportInputs,
  ...reportOutInputs,
  ...shopInputs,
  ...identityInputs,
  ...historyInputs,
  'maintenance.tidy': {},
};
