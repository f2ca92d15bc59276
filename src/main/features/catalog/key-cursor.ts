import { AppError } from '../../../shared/contract/errors.ts';

/** Twice this is still a safe integer, so that what a cursor says can be added to. */
const mostInKey = 2 ** 52;

/**
 * Cursors of a list whose next page begins after a key of whole numbers, because its order is by figures that change
 * while somebody pages: read again, they would tell another place. Opaque to the window, bound to `list`.
 */
export function keyCursor<Name extends string>(list: string, names: readonly Name[]) {
  type Key = Readonly<Record<Name, number>>;
  return {
    encode: (key: Key): string =>
      Buffer.from(JSON.stringify([list, ...names.map((name) => key[name])])).toString('base64url'),
    /** @throws AppError `invalid-input` when it is no cursor of this list. */
    decode(cursor: string | null): Key | null {
      if (cursor === null) return null;
      const [of, ...figures] = parse(cursor);
      if (of !== list || figures.length !== names.length || !figures.every(isFigure)) {
        throw new AppError('invalid-input', { field: 'cursor' });
      }
      return Object.fromEntries(names.map((name, index) => [name, figures[index]])) as Key;
    },
  };
}

function isFigure(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= mostInKey;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
