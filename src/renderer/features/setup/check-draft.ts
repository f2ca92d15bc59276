import type { Input } from '../../../shared/contract/index.ts';
import { passwordProblem, pinProblem } from '../../../shared/domain/password.ts';
import { wholeRate } from '../../../shared/domain/rate.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { SetupDraft, Step } from './setup-draft.ts';
import type { TaxClassDraft } from './suggest.ts';

/** What is wrong, by field; `tax-class-3` and `tax-4`, `rate-4` name rows of the tax table by their ids. */
export type Problems = Readonly<Record<string, string>>;

/** What keeps somebody from leaving a step, in words. Empty when nothing does. */
export function checkStep(draft: SetupDraft, step: Step, text: AppText): Problems {
  switch (step) {
    case 'shop':
      return checkShop(draft, text);
    case 'money':
      return checkMoney(draft, text);
    case 'owner':
      return checkOwner(draft, text);
    case 'recovery':
      return draft.kept ? {} : { kept: text('secrets.recovery-keep-first') };
    case 'start':
      return {};
  }
}

function checkShop({ name, address, phone }: SetupDraft, text: AppText): Problems {
  return collect({
    name: name.trim() === '' ? text('setup.shop-name-missing') : lengthProblem(name, 120, text),
    address: lengthProblem(address, 400, text),
    phone: lengthProblem(phone, 60, text),
  });
}

function checkMoney(draft: SetupDraft, text: AppText): Problems {
  return collect({
    country: draft.country === null ? text('setup.country-missing') : null,
    currency: draft.currency === null ? text('setup.currency-missing') : null,
    timeZone: draft.timeZone === null ? text('setup.time-zone-missing') : null,
    locale: draft.locale === null ? text('setup.locale-missing') : null,
    ...Object.fromEntries(draft.taxClasses.flatMap((one) => classProblems(one, draft.taxClasses, text))),
  });
}

function classProblems(
  one: TaxClassDraft,
  all: readonly TaxClassDraft[],
  text: AppText,
): readonly (readonly [string, string | null])[] {
  const name = one.name.trim().toLocaleLowerCase();
  const isTwice = all.some((other) => other !== one && other.name.trim().toLocaleLowerCase() === name);
  const sum = one.taxes.reduce((total, tax) => total + (tax.rate ?? 0), 0);
  const last = one.taxes.at(-1)?.id;
  return [
    [
      `tax-class-${one.id}`,
      name === ''
        ? text('setup.tax-class-missing')
        : isTwice
          ? text('setup.tax-class-twice')
          : lengthProblem(one.name, 60, text),
    ],
    ...one.taxes.flatMap((tax): readonly (readonly [string, string | null])[] => [
      [
        `tax-${tax.id}`,
        tax.name.trim() === '' ? text('setup.tax-name-missing') : lengthProblem(tax.name, 40, text),
      ],
      [
        `rate-${tax.id}`,
        tax.rate === null
          ? text('setup.tax-rate-missing')
          : sum > wholeRate && tax.id === last
            ? text('setup.tax-too-much')
            : null,
      ],
    ]),
  ];
}

function checkOwner({ ownerName, password, pin }: SetupDraft, text: AppText): Problems {
  return collect({
    ownerName:
      ownerName.trim() === '' ? text('setup.owner-name-missing') : lengthProblem(ownerName, 80, text),
    password: passwordProblem(password) === null ? null : text('secrets.password-missing'),
    pin: pin === null || pinProblem(pin) !== null ? text('secrets.pin-missing') : null,
  });
}

function lengthProblem(value: string, most: number, text: AppText): string | null {
  if (hasControls(value)) return text('setup.unprintable');
  return value.length > most ? text('setup.too-long', { most }) : null;
}

/** Main takes line breaks and tabs, and no other character that cannot be seen. */
function hasControls(value: string): boolean {
  return [...value].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (code < 32 && !'\n\r\t'.includes(character)) || code === 127;
  });
}

function collect(found: Readonly<Record<string, string | null>>): Problems {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => !!entry[1]));
}

/** What is sent to main. @throws Error while a step before still has a problem. */
export function openShopInput(draft: SetupDraft): Input<'setup.openShop'> {
  const { name, address, phone, country, currency, timeZone, locale, pin, ownerName, password } = draft;
  if (!country || !currency || !timeZone || !locale || pin === null) {
    throw new Error('The wizard asked to open a shop before everything was chosen');
  }
  return {
    name,
    address,
    phone,
    country,
    locale,
    currency,
    timeZone,
    pricesIncludeTax: draft.pricesIncludeTax,
    taxClasses: draft.taxClasses.map((one, index) => ({
      name: one.name,
      isDefault: index === 0,
      rates: one.taxes.flatMap((tax) => (tax.rate === null ? [] : [{ name: tax.name, rate: tax.rate }])),
    })),
    ownerName,
    password,
    pin,
  };
}
