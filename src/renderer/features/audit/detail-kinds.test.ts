import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as fields from '../../../shared/contract/fields.ts';
import { contract } from '../../../shared/contract/index.ts';
import { auditFieldsText } from '../../../shared/text/en/audit-fields.ts';
import { auditFieldsMoreText } from '../../../shared/text/en/audit-fields-more.ts';
import { fieldOf } from './read-details.ts';

/** What a field of the contract is, where its number alone would not tell a person. */
const formatted = new Map<unknown, string>([
  [fields.money, 'money'],
  [fields.positiveMoney, 'money'],
  [fields.quantity, 'quantity'],
  [fields.typedQuantity, 'quantity'],
  [fields.positiveQuantity, 'quantity'],
  [fields.share, 'rate'],
  [fields.day, 'day'],
  [fields.instant, 'instant'],
]);

type Node = {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Node>>;
    readonly element?: Node;
    readonly innerType?: Node;
    readonly in?: Node;
    readonly valueType?: Node;
    readonly options?: readonly Node[];
  };
};

/** Every field of an input whose number is an amount, a quantity, a share, a day or a moment. */
function formattedFields(node: Node | undefined, name: string): readonly (readonly [string, string])[] {
  if (node === undefined) return [];
  const kind = formatted.get(node);
  if (kind !== undefined) return [[name, kind]];
  const { shape = {}, element, innerType, in: inner, valueType, options = [] } = node.def;
  return [
    ...Object.entries(shape).flatMap(([key, value]) => formattedFields(value, key)),
    ...[element, innerType, inner, valueType, ...options].flatMap((one) => formattedFields(one, name)),
  ];
}

describe('how the fields of an entry are written', () => {
  it('writes every amount, quantity, share and day of a call as one', () => {
    const found = Object.entries(contract).flatMap(([call, entry]) =>
      entry.kind === 'query'
        ? []
        : formattedFields(entry.input as z.ZodType as unknown as Node, '').map(
            ([name, kind]) => [call, name, kind] as const,
          ),
    );
    expect(found.length).toBeGreaterThan(40);
    const raw = found.filter(([call, name, kind]) => ![kind, 'hidden'].includes(fieldOf(call, name).kind));
    expect(raw).toEqual([]);
  });

  it('has a name for every field that it knows the kind of', () => {
    const names = [...Object.keys(auditFieldsText), ...Object.keys(auditFieldsMoreText)];
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names).size).toBe(names.length);
  });
});
