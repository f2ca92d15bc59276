import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Suggestion, TaxClassDraft } from './suggest.ts';

/** The wizard's steps. The shop is opened between `owner` and `recovery`; there is no way back from then on. */
export const steps = ['shop', 'money', 'owner', 'recovery', 'start'] as const;
export type Step = (typeof steps)[number];

type Fields = {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly country: string | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly pricesIncludeTax: boolean;
  readonly taxClasses: readonly TaxClassDraft[];
  readonly ownerName: string;
  readonly password: string;
  /** Once it was entered twice. */
  readonly pin: string | null;
};

export type SetupDraft = Fields & {
  readonly step: Step;
  /** The steps that somebody wanted to leave: their problems are shown. */
  readonly judged: readonly Step[];
  /** Counts those wishes, so that the first field with a problem gets the focus each time. */
  readonly tries: number;
  /** Fields that were changed by hand: another country leaves them alone. */
  readonly touched: readonly (keyof Suggestion)[];
  readonly recoveryCode: string;
  readonly kept: boolean;
};

export type SetupAction =
  | { readonly kind: 'change'; readonly change: Partial<Fields> }
  | { readonly kind: 'country'; readonly country: string; readonly suggestion: Suggestion }
  | { readonly kind: 'tax-class-name'; readonly classId: number; readonly name: string }
  | { readonly kind: 'tax-name'; readonly classId: number; readonly taxId: number; readonly name: string }
  | {
      readonly kind: 'tax-rate';
      readonly classId: number;
      readonly taxId: number;
      readonly rate: Rate | null;
    }
  | { readonly kind: 'add-tax-class'; readonly name: string; readonly taxName: string }
  | { readonly kind: 'remove-tax-class'; readonly classId: number }
  | { readonly kind: 'add-tax'; readonly classId: number; readonly name: string }
  | { readonly kind: 'remove-tax'; readonly classId: number; readonly taxId: number }
  | { readonly kind: 'judge' }
  | { readonly kind: 'go'; readonly step: Step }
  | { readonly kind: 'opened'; readonly recoveryCode: string }
  | { readonly kind: 'kept'; readonly kept: boolean };

export const emptyDraft: SetupDraft = {
  step: 'shop',
  name: '',
  address: '',
  phone: '',
  country: null,
  currency: null,
  timeZone: null,
  locale: null,
  pricesIncludeTax: true,
  taxClasses: [],
  ownerName: '',
  password: '',
  pin: null,
  judged: [],
  tries: 0,
  touched: [],
  recoveryCode: '',
  kept: false,
};

const suggested = ['currency', 'timeZone', 'locale', 'pricesIncludeTax', 'taxClasses'] as const;

export function setupReducer(draft: SetupDraft, action: SetupAction): SetupDraft {
  switch (action.kind) {
    case 'change':
      return { ...draft, ...action.change, touched: touchedBy(draft, action.change) };
    case 'country': {
      const kept = new Set(draft.touched);
      const taken = suggested.filter((field) => !kept.has(field));
      const fresh = Object.fromEntries(taken.map((field) => [field, action.suggestion[field]]));
      return { ...draft, country: action.country, ...(fresh as Partial<Suggestion>) };
    }
    case 'judge':
      return {
        ...draft,
        judged: draft.judged.includes(draft.step) ? draft.judged : [...draft.judged, draft.step],
        tries: draft.tries + 1,
      };
    case 'go':
      return { ...draft, step: action.step };
    case 'opened':
      // The secrets have done their work; nothing of them stays in the window.
      return { ...draft, step: 'recovery', recoveryCode: action.recoveryCode, password: '', pin: null };
    case 'kept':
      return { ...draft, kept: action.kept };
    default:
      return { ...draft, taxClasses: changeTaxes(draft.taxClasses, action), touched: touchedTaxes(draft) };
  }
}

function touchedBy(draft: SetupDraft, change: Partial<Fields>): SetupDraft['touched'] {
  const own = suggested.filter((field) => Object.hasOwn(change, field));
  return [...new Set([...draft.touched, ...own])];
}

function touchedTaxes(draft: SetupDraft): SetupDraft['touched'] {
  return [...new Set<keyof Suggestion>([...draft.touched, 'taxClasses'])];
}

type TaxAction = Extract<SetupAction, { readonly kind: `${string}tax${string}` }>;

function changeTaxes(classes: readonly TaxClassDraft[], action: TaxAction): readonly TaxClassDraft[] {
  const id = nextId(classes);
  switch (action.kind) {
    case 'add-tax-class': {
      const tax = { id: id + 1, name: action.taxName, rate: null };
      return [...classes, { id, name: action.name, taxes: [tax] }];
    }
    case 'remove-tax-class':
      return classes.filter((one) => one.id !== action.classId);
    case 'tax-class-name':
      return changeClass(classes, action.classId, (one) => ({ ...one, name: action.name }));
    case 'add-tax':
      return changeClass(classes, action.classId, (one) => ({
        ...one,
        taxes: [...one.taxes, { id, name: action.name, rate: null }],
      }));
    case 'remove-tax':
      return changeClass(classes, action.classId, (one) => ({
        ...one,
        taxes: one.taxes.filter((tax) => tax.id !== action.taxId),
      }));
    case 'tax-name':
      return changeTax(classes, action, { name: action.name });
    case 'tax-rate':
      return changeTax(classes, action, { rate: action.rate });
    default:
      return assertNever(action);
  }
}

function changeClass(
  classes: readonly TaxClassDraft[],
  classId: number,
  change: (one: TaxClassDraft) => TaxClassDraft,
): readonly TaxClassDraft[] {
  return classes.map((one) => (one.id === classId ? change(one) : one));
}

function changeTax(
  classes: readonly TaxClassDraft[],
  { classId, taxId }: { readonly classId: number; readonly taxId: number },
  change: { readonly name: string } | { readonly rate: Rate | null },
): readonly TaxClassDraft[] {
  return changeClass(classes, classId, (one) => ({
    ...one,
    taxes: one.taxes.map((tax) => (tax.id === taxId ? { ...tax, ...change } : tax)),
  }));
}

function nextId(classes: readonly TaxClassDraft[]): number {
  const ids = classes.flatMap((one) => [one.id, ...one.taxes.map((tax) => tax.id)]);
  return Math.max(0, ...ids) + 1;
}
