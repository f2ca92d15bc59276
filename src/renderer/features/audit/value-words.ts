import { isCalendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { rights } from '../../../shared/domain/rights.ts';
import { auditFieldsText } from '../../../shared/text/en/audit-fields.ts';
import { auditFieldsMoreText } from '../../../shared/text/en/audit-fields-more.ts';
import { auditValuesText } from '../../../shared/text/en/audit-values.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { actionWords } from './action-words.ts';
import type { FieldKind, FieldName } from './detail-kinds.ts';
import { type Names, thingWords } from './subject-words.ts';

export type ValueWords = {
  readonly text: AppText;
  readonly format: Format;
  readonly names: Names;
  /** What the tenders of the shop are called, by their number. */
  readonly tenders: Names;
};

const fieldNames = { ...auditFieldsText, ...auditFieldsMoreText };

/** What a field is called; one of another version by the letters of its name. */
export function fieldWords(field: string, text: AppText): string {
  return isFieldName(field) ? text(`audit.field-${field}`) : spacedWords(field);
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldNames, `audit.field-${name}`);
}

/**
 * The value of a field as people write it: amounts, quantities, days and shares formatted, codes in words. What is
 * not of the form that its kind foresees stands as it was written down.
 */
export function valueWords(kind: FieldKind, value: unknown, words: ValueWords): string {
  if (value === null || value === undefined || value === '') return words.text('audit.nothing');
  if (Array.isArray(value)) {
    if (value.length === 0) return words.text('audit.nothing');
    return words.format.list(value.map((one) => valueWords(kind, one, words)));
  }
  switch (typeof value) {
    case 'boolean':
      return words.text(value ? 'audit.yes' : 'audit.no');
    case 'number':
      return numberWords(kind, value, words);
    case 'string':
      return stringWords(kind, value, words.text);
    default:
      return JSON.stringify(value);
  }
}

function numberWords(kind: FieldKind, value: number, { text, format, names, tenders }: ValueWords): string {
  if (!Number.isSafeInteger(value)) return format.number(value);
  switch (kind) {
    case 'money':
      return format.money(money(value));
    case 'quantity':
      return format.quantity(quantity(value));
    case 'rate':
      return format.percent(rate(value));
    case 'day':
      return isCalendarDate(value) ? format.dateShort(value) : String(value);
    case 'instant':
      return format.dateTime(value);
    case 'tender':
      return tenders.get(value) ?? String(value);
    case 'order':
    case 'refund':
    case 'return':
    case 'product':
    case 'category':
    case 'customer':
    case 'staff':
    case 'bulk-edit':
    case 'stock-take':
    case 'stock-check':
      return thingWords({ kind, id: value }, text, names);
    case 'number':
      return String(value);
    default:
      return format.number(value);
  }
}

function stringWords(kind: FieldKind, value: string, text: AppText): string {
  switch (kind) {
    case 'word':
      return codeWords(value, text);
    case 'right':
      return rightWords(value, text);
    case 'rights':
      return ownRightWords(value, text);
    case 'call':
      return actionWords({ call: value, outcome: 'ok' }, text);
    default:
      return value;
  }
}

/** A code in its words; a reason that somebody typed stands as it is. */
function codeWords(value: string, text: AppText): string {
  const key = `audit.value-${value}`;
  if (Object.hasOwn(auditValuesText, key)) return text(key as keyof typeof auditValuesText);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(value) ? spacedWords(value) : value;
}

function rightWords(value: string, text: AppText): string {
  const right = rights.find((one) => one === value);
  return right === undefined || right === 'shop-for-self' ? spacedWords(value) : text(`rights.${right}`);
}

/** `+refund -sell`: rights that were given beside the role, and taken from it. */
function ownRightWords(value: string, text: AppText): string {
  const words = value.split(' ').map((one) => {
    const right = rightWords(one.slice(1), text);
    return text(one.startsWith('-') ? 'audit.right-taken' : 'audit.right-given', { right });
  });
  return words.join('\n');
}

/** `someField` and `some-code` as words. */
export function spacedWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
