import type { Input } from '../../../shared/contract/index.ts';
import type { ShopView } from '../../../shared/contract/setup.ts';
import type { AppText } from '../../../shared/text/english.ts';

/** What the owner changes here, as it is edited: a number that cannot be read yet is null. */
export type ShopFields = Pick<
  ShopView,
  | 'name'
  | 'address'
  | 'phone'
  | 'receiptHeader'
  | 'receiptFooter'
  | 'oversell'
  | 'cashRounding'
  | 'lockAfterSeconds'
> & {
  readonly deliveryDays: number | null;
  readonly reorderLevel: ShopView['reorderLevel'] | null;
};
export type ShopField = keyof ShopFields;

/** What is saved together. */
export const sections = {
  identity: ['name', 'address', 'phone'],
  receipt: ['receiptHeader', 'receiptFooter'],
  selling: ['oversell', 'deliveryDays', 'reorderLevel', 'cashRounding', 'lockAfterSeconds'],
} as const satisfies Readonly<Record<string, readonly ShopField[]>>;
export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly Section[];

/** Only what was changed; everything else is what the shop file says, even when another window changes it. */
export type ShopDraft = Partial<ShopFields>;

export type ShopDraftAction =
  | { readonly kind: 'change'; readonly change: ShopDraft }
  | { readonly kind: 'forget'; readonly section: Section };

export function shopDraftReducer(draft: ShopDraft, action: ShopDraftAction): ShopDraft {
  if (action.kind === 'change') return { ...draft, ...action.change };
  const gone: readonly string[] = sections[action.section];
  return Object.fromEntries(Object.entries(draft).filter(([field]) => !gone.includes(field)));
}

/** The fields of a section that differ from the shop file. */
export function changedFields(draft: ShopDraft, shop: ShopView, section: Section): readonly ShopField[] {
  return sections[section].filter(
    (field) => Object.hasOwn(draft, field) && !isSame(draft[field], shop[field]),
  );
}

/** Main trims what it keeps: a blank at the end is no change. */
function isSame(drafted: unknown, kept: unknown): boolean {
  return typeof drafted === 'string' ? drafted.trim() === kept : drafted === kept;
}

export type ShopProblems = Partial<Readonly<Record<ShopField, string>>>;

/** What keeps a section from being saved, in words. */
export function checkShop(fields: ShopFields, section: Section, text: AppText): ShopProblems {
  const found: Partial<Record<ShopField, string>> = {};
  for (const field of sections[section]) {
    const problem = problemOf(field, fields, text);
    if (problem !== null) found[field] = problem;
  }
  return found;
}

const longest: Partial<Readonly<Record<ShopField, number>>> = {
  name: 120,
  address: 400,
  phone: 60,
  receiptHeader: 400,
  receiptFooter: 400,
};

function problemOf(field: ShopField, fields: ShopFields, text: AppText): string | null {
  const value = fields[field];
  if (value === null) return text('settings.number-missing');
  if (field === 'name' && fields.name.trim() === '') return text('setup.shop-name-missing');
  const most = longest[field];
  return most !== undefined && String(value).length > most ? text('setup.too-long', { most }) : null;
}

/** What is sent to main: the section's changed fields. */
export function updateInput(draft: ShopDraft, changed: readonly ShopField[]): Input<'shop.update'> {
  return Object.fromEntries(changed.map((field) => [field, draft[field]])) as Input<'shop.update'>;
}
