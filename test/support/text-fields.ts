import type { z } from 'zod';
import { cutTo } from './hostile-texts.ts';

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType & { readonly maxLength?: number | null; readonly format?: string | null };
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
};

/** Shorter fields hold codes: the key of a tender, the prefix of a number. */
const shortestText = 20;

/** The largest length of a field for free text (`text` and `name` of the contract), null for anything else. */
function lengthOfText(definition: Definition): number | null {
  const { type, in: from, out } = definition;
  if (type !== 'pipe' || !from || !out || (out.def as { type: string }).type !== 'transform') return null;
  const { maxLength, format } = from;
  return maxLength && maxLength >= shortestText && !format ? maxLength : null;
}

/** Where a schema takes free text: "lines.note". */
export function fieldsOfText(schema: z.ZodType, above = ''): readonly string[] {
  const definition = schema.def as unknown as Definition;
  if (lengthOfText(definition) !== null) return [above];
  const { shape = {}, element, innerType, in: from, options = [] } = definition;
  const parts: [string, z.ZodType][] = Object.entries(shape).map(([key, inner]) => [
    above === '' ? key : `${above}.${key}`,
    inner,
  ]);
  for (const inner of [element, innerType, from, ...options]) if (inner) parts.push([above, inner]);
  return [...new Set(parts.flatMap(([place, inner]) => fieldsOfText(inner, place)))];
}

/**
 * The input with other texts wherever its schema takes free text: the field's own of `texts`, counted on from `start`,
 * cut to what fits. A field that is null stays so; one that takes no such text (a code of one line) gets the next.
 */
export function withTexts<T>(
  schema: z.ZodType,
  input: T,
  texts: readonly string[],
  start: number,
  /** Keys whose values stay. */
  kept: readonly string[] = [],
): T {
  let fields = 0;
  const fitting = (field: z.ZodType, maximum: number, before: unknown): unknown => {
    fields += 1;
    for (let at = 0; at < texts.length; at += 1) {
      const text = cutTo(texts[(start + fields * 101 + at) % texts.length] ?? '', maximum);
      if (field.safeParse(text).success) return text;
    }
    return before;
  };
  const walk = (field: z.ZodType, value: unknown): unknown => {
    if (value === null || value === undefined) return value;
    const definition = field.def as unknown as Definition;
    const maximum = lengthOfText(definition);
    if (maximum !== null) return fitting(field, maximum, value);
    const { shape, element, innerType, in: from, options } = definition;
    if (shape && typeof value === 'object') {
      const entries = Object.entries(value).map(([key, one]) => {
        const inner = shape[key];
        return [key, inner && !kept.includes(key) ? walk(inner, one) : one];
      });
      return Object.fromEntries(entries);
    }
    if (element && Array.isArray(value)) return value.map((one) => walk(element, one));
    const inner = innerType ?? from ?? options?.find((one) => one.safeParse(value).success);
    return inner ? walk(inner, value) : value;
  };
  return walk(schema, input) as T;
}
