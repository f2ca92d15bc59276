/** What an entry of the audit log can be about, and the words that its subject begins with. */
const subjectWords = {
  order: 'order ',
  refund: 'refund ',
  return: 'return ',
  product: 'product ',
  category: 'category ',
  'bulk-edit': 'bulk edit ',
  customer: 'customer ',
  staff: 'staff ',
  'stock-take': 'stock-take ',
  'stock-check': 'stock check ',
  receipt: 'receipt ',
  'write-off': 'write-off ',
  import: 'import ',
  cart: 'cart ',
  till: 'till ',
  finding: 'finding ',
} as const;
export type SubjectKind = keyof typeof subjectWords;

const kinds = Object.keys(subjectWords) as readonly SubjectKind[];

/**
 * What an entry is about, as it was written down: one thing by its number (`order 1042`), or by another name
 * (`till till-1`), or anything else as it stands (`shop`, `3 orders`).
 */
export type AuditSubject = {
  readonly kind: SubjectKind | 'other';
  readonly id: number | null;
  readonly name: string;
};

/** Reads a subject. Nothing written reads as null. */
export function parseSubject(subject: string | null): AuditSubject | null {
  if (subject === null || subject === '') return null;
  const kind = kinds.find((one) => subject.startsWith(subjectWords[one]));
  if (kind === undefined) return { kind: 'other', id: null, name: subject };
  const name = subject.slice(subjectWords[kind].length);
  const id = /^[1-9]\d{0,15}$/u.test(name) ? Number(name) : Number.NaN;
  return { kind, id: Number.isSafeInteger(id) ? id : null, name };
}
