/** Who acts, as the audit log tells it. */
export const auditActors = ['staff', 'system', 'nobody', 'kiosk', 'customer'] as const;

/** Calls by what they are about, for the log's filter. */
export const auditGroups = [
  'sales',
  'orders',
  'refunds',
  'returns',
  'stock',
  'catalogue',
  'customers',
  'staff',
  'sign-in',
  'settings',
  'import',
  'kiosk',
  'papers',
  'timer',
  'audit',
] as const;
export type AuditGroup = (typeof auditGroups)[number];

const groupOfPrefix: Readonly<Record<string, AuditGroup>> = {
  carts: 'sales',
  payments: 'sales',
  orders: 'orders',
  refunds: 'refunds',
  returns: 'returns',
  stock: 'stock',
  stockCounts: 'stock',
  catalog: 'catalogue',
  customers: 'customers',
  staff: 'staff',
  approvals: 'staff',
  session: 'sign-in',
  shop: 'settings',
  setup: 'settings',
  machine: 'settings',
  settings: 'settings',
  reports: 'settings',
  maintenance: 'timer',
  import: 'import',
  orderllaImport: 'import',
  historyImport: 'import',
  kiosk: 'kiosk',
  documents: 'papers',
  timer: 'timer',
  audit: 'audit',
};

/** Which group a call belongs to: by the word before its dot. */
export function auditGroupOf(call: string): AuditGroup {
  if (call === 'orders.place') return 'sales';
  if (call === 'kiosk.signIn' || call === 'kiosk.signOut') return 'sign-in';
  return groupOfPrefix[call.slice(0, call.indexOf('.'))] ?? 'settings';
}

/** What a verification may find. Each has its sentence. */
export const findingKinds = [
  /** An entry of the log says something else than when it was written. */
  'entry-changed',
  /** Entries in the middle of the log are gone. */
  'entries-missing',
  /** The log ends earlier than it did: an older copy of the file, or its end was cut off. */
  'history-shorter',
  /** The log goes on otherwise than it did: this file and the one used here before parted ways. */
  'history-differs',
  /** What is kept beside the shop file to know its newest entry is gone. */
  'head-missing',
  /** It is there and was not written by this application. */
  'head-damaged',
  /** Order numbers without an order. */
  'orders-missing',
  'order-changed',
  /** An order that was never placed. */
  'order-added',
  /** Rows of a kind were changed, are missing or were added, where that cannot be told apart. */
  'rows-changed',
  'rows-missing',
  'rows-added',
  /** The seals themselves are gone or were written by somebody else. */
  'seals-missing',
  'seals-changed',
  /** A closed day was added up to something else than its orders say. */
  'figures-differ',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What an owner looks at twice. */
export const exceptionKinds = [
  'refund',
  'goodwill',
  'return-without-receipt',
  'cancel-paid',
  'cancelled-line',
  'edited-order',
  'undone-delivery',
  'big-discount',
  'price-override',
  'oversell',
  'approval',
  'failed-sign-in',
  'removed-line',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];
