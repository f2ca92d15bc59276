import type { Input } from '../../../shared/contract/index.ts';
import type { ShopView } from '../../../shared/contract/setup.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Problems } from './drafts.tsx';

/** What `shop.update` changes. */
export type ShopField = Exclude<keyof Input<'shop.update'>, 'seen'> & keyof ShopView;

type Edited<V> = V extends boolean ? V : V extends number ? V | null : V;

/** The shop's settings as they are edited: a number that cannot be read yet is null. */
export type ShopFields<F extends ShopField = ShopField> = { readonly [field in F]: Edited<ShopView[field]> };

/** The most characters that main takes. */
const longest: Partial<Readonly<Record<ShopField, number>>> = {
  name: 120,
  address: 400,
  phone: 60,
  receiptHeader: 400,
  receiptFooter: 400,
  legalName: 120,
  email: 120,
  website: 120,
  taxNumber: 40,
};

/** What keeps the shop's settings from being saved, in words: missing numbers, no name, texts that are too long. */
export function checkShop<F extends ShopField>(
  fields: ShopFields<F>,
  text: AppText,
): Problems<ShopFields<F>> {
  const found = Object.entries(fields).flatMap(([field, value]) => {
    const problem = problemOf(field as ShopField, value, text);
    return problem === null ? [] : [[field, problem] as const];
  });
  return Object.fromEntries(found) as Problems<ShopFields<F>>;
}

function problemOf(field: ShopField, value: unknown, text: AppText): string | null {
  if (value === null) return text('settings.number-missing');
  if (field === 'name' && String(value).trim() === '') return text('setup.shop-name-missing');
  if (field === 'email' && !isEmail(String(value))) return text('identity.email-wrong');
  const most = longest[field];
  return most !== undefined && String(value).length > most ? text('setup.too-long', { most }) : null;
}

/** As main takes it: something with an @ in it, or nothing. */
function isEmail(value: string): boolean {
  return value.trim() === '' || /^\S+@\S+$/u.test(value.trim());
}
