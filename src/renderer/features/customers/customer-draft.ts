import type { CustomerView } from '../../../shared/contract/customers.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';

export const draftFields = ['name', 'phone', 'email', 'address', 'note'] as const;
export type DraftField = (typeof draftFields)[number];

/** A customer as it is typed. */
export type CustomerDraft = Readonly<Record<DraftField, string>>;

/** Longest text of each field, as main takes it. */
export const longest: Readonly<Record<DraftField, number>> = {
  name: 160,
  phone: 60,
  email: 160,
  address: 400,
  note: 1000,
};

/** What is wrong with a field, as `customers.<problem>` says it. */
export type Problem =
  | 'name-missing'
  | 'email-unreadable'
  | 'card-number'
  | 'unprintable'
  | { readonly tooLong: number };
export type Problems = Readonly<Partial<Record<DraftField, Problem>>>;

export type CustomerForm = {
  readonly draft: CustomerDraft;
  /** Fields that are said to be wrong; typing in one takes that back. */
  readonly problems: Problems;
};

type FormAction =
  | { readonly type: 'typed'; readonly field: DraftField; readonly text: string }
  | { readonly type: 'refused'; readonly problems: Problems };

export function customerFormReducer(form: CustomerForm, action: FormAction): CustomerForm {
  switch (action.type) {
    case 'typed': {
      const { [action.field]: _mended, ...problems } = form.problems;
      return { draft: { ...form.draft, [action.field]: action.text }, problems };
    }
    case 'refused':
      return { ...form, problems: action.problems };
  }
}

/** The form of a customer who is there, or a new one of whom only a name may be known. */
export function startOfForm(customer: Pick<CustomerView, DraftField> | null, name = ''): CustomerForm {
  const { phone = '', email = '', address = '', note = '' } = customer ?? {};
  return { draft: { name: customer?.name ?? name, phone, email, address, note }, problems: {} };
}

/** What main would refuse, found before it is asked. */
export function checkDraft(draft: CustomerDraft): Problems {
  const problems: Partial<Record<DraftField, Problem>> = {};
  for (const field of draftFields)
    if (draft[field].length > longest[field]) problems[field] = { tooLong: longest[field] };
  if (draft.name.trim() === '') problems.name = 'name-missing';
  const email = draft.email.trim();
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/u.test(email)) problems.email = 'email-unreadable';
  for (const field of ['address', 'note'] as const)
    if (looksLikeCardNumber(draft[field])) problems[field] = 'card-number';
  return problems;
}

/** What main refused, by field; empty where its refusal is of another kind. */
export function refusedFields(details: Readonly<Record<string, unknown>>): Problems {
  const field = draftFields.find((one) => one === details.field);
  if (field === undefined) return {};
  if (details.reason === 'card-number') return { [field]: 'card-number' };
  return { [field]: field === 'name' ? 'name-missing' : 'unprintable' };
}

export function isChanged(draft: CustomerDraft, before: CustomerDraft): boolean {
  return draftFields.some((field) => draft[field].trim() !== before[field].trim());
}
