import { AppError } from '../../../shared/contract/errors.ts';
import type { ForeignRow } from '../../database/read-foreign-tables.ts';
import type { Steps } from '../csv/steps.ts';
import {
  mostSourceRows,
  type Source,
  type SourceTable,
  sourceColumns,
  sourceTables,
} from './source-tables.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

type Reading = {
  /** The columns of each table in the order of its CREATE TABLE. */
  readonly columns: Map<SourceTable, readonly string[]>;
  readonly tables: Partial<Record<SourceTable, ForeignRow[]>>;
  rows: number;
  skipped: number;
  broken: number;
};

const tokensPerStep = 5_000;

/**
 * Reads the known tables' CREATE TABLE and INSERT statements out of an SQL script. Every other statement is counted
 * and left alone; nothing is run. Yields how many pieces were read.
 * @throws AppError `too-many-rows`.
 */
export function* readScriptSteps(script: string): Steps<Source> {
  const reading: Reading = { columns: new Map(), tables: {}, rows: 0, skipped: 0, broken: 0 };
  const statements = new Statements(reading);
  let count = 0;
  for (const token of sqlTokens(script)) {
    count += 1;
    if (count % tokensPerStep === 0) yield count;
    statements.take(token);
  }
  statements.end();
  const { tables, skipped, broken } = reading;
  return { kind: 'script', tables, skippedStatements: skipped, brokenRows: broken };
}

/** So many pieces are held of a statement; the rows of a longer one are read as they come. */
const heldPieces = 20_000;
/** A row, or another statement, of so many is none of a shop's. */
const mostPieces = 200_000;

/** Puts statements together from pieces, and never holds more of one than a few rows. */
class Statements {
  readonly #reading: Reading;
  #held: SqlToken[] = [];
  #depth = 0;
  #isLost = false;
  constructor(reading: Reading) {
    this.#reading = reading;
  }
  take(token: SqlToken): void {
    const mark = token.kind === 'mark' ? token.value : '';
    if (mark === ';') {
      this.end();
      return;
    }
    if (this.#isLost) return;
    this.#depth += mark === '(' ? 1 : mark === ')' ? -1 : 0;
    if (this.#held.length >= heldPieces && mark === ',' && this.#depth === 0) this.#readRows();
    else this.#held.push(token);
    if (this.#held.length > mostPieces) this.#lose();
  }
  end(): void {
    if (this.#isLost || (this.#held.length > 0 && !readStatement(this.#reading, this.#held))) {
      this.#reading.skipped += 1;
    }
    this.#held = [];
    this.#depth = 0;
    this.#isLost = false;
  }
  /** The rows so far; what says into which table goes before the next ones as well. */
  #readRows(): void {
    const from = this.#held.findIndex(({ kind, value }) => kind === 'word' && /^values$/i.test(value));
    if (from >= 0 && readStatement(this.#reading, this.#held)) this.#held = this.#held.slice(0, from + 1);
    else this.#lose();
  }
  #lose(): void {
    this.#held = [];
    this.#isLost = true;
  }
}

/** False where it is none of those that are read. */
function readStatement(reading: Reading, tokens: readonly SqlToken[]): boolean {
  const cursor = new Cursor(tokens);
  return cursor.words('create', 'table')
    ? readCreate(reading, cursor)
    : cursor.words('insert') && readInsert(reading, cursor);
}

function readCreate(reading: Reading, cursor: Cursor): boolean {
  cursor.words('if', 'not', 'exists');
  const table = tableAt(cursor);
  if (table === null || !cursor.mark('(')) return false;
  reading.tables[table] ??= [];
  const columns: string[] = [];
  for (const part of cursor.parts()) {
    const first = part[0];
    const isConstraint =
      first?.kind === 'word' && /^(?:primary|foreign|unique|check|constraint)$/i.test(first.value);
    if (first && !isConstraint) columns.push(first.value.toLowerCase());
  }
  reading.columns.set(table, columns);
  return true;
}

function readInsert(reading: Reading, cursor: Cursor): boolean {
  if (cursor.words('or')) cursor.take();
  if (!cursor.words('into')) return false;
  const table = tableAt(cursor);
  if (table === null) return false;
  const named = cursor.mark('(') ? cursor.parts().map((part) => part[0]?.value.toLowerCase() ?? '') : null;
  cursor.words('overriding', 'system', 'value');
  if (!cursor.words('values')) return false;
  const columns = named ?? reading.columns.get(table) ?? null;
  const rows = reading.tables[table] ?? [];
  reading.tables[table] = rows;
  while (cursor.mark('(')) {
    reading.rows += 1;
    if (reading.rows > mostSourceRows) throw new AppError('too-many-rows');
    const row = columns === null ? null : rowOf(table, columns, cursor.parts());
    if (row === null) reading.broken += 1;
    else rows.push(row);
    if (!cursor.mark(',')) break;
  }
  return true;
}

/** One of the known tables, with or without its schema in front; null for any other. */
function tableAt(cursor: Cursor): SourceTable | null {
  let name = cursor.name();
  if (name !== null && cursor.mark('.')) name = cursor.name();
  const known = name?.toLowerCase();
  return sourceTables.find((table) => table === known) ?? null;
}

function rowOf(
  table: SourceTable,
  columns: readonly string[],
  parts: readonly (readonly SqlToken[])[],
): ForeignRow | null {
  if (parts.length !== columns.length) return null;
  const row: Record<string, string | null> = {};
  for (const wanted of sourceColumns[table]) {
    const index = columns.indexOf(wanted);
    const part = index < 0 ? undefined : parts[index];
    if (part === undefined) continue;
    const value = plainValue(part);
    if (value === undefined) return null;
    row[wanted] = value;
  }
  return row;
}

/** A plain value, a Postgres cast after it allowed; undefined for anything that would have to be worked out. */
function plainValue(tokens: readonly SqlToken[]): string | null | undefined {
  const minus = tokens[0]?.kind === 'mark' && tokens[0].value === '-';
  const [value, ...rest] = minus ? tokens.slice(1) : tokens;
  const isCast = rest[0]?.value === ':' && rest[1]?.value === ':' && rest.slice(2).every(isTypeToken);
  if (value === undefined || (rest.length > 0 && !isCast)) return undefined;
  if (value.kind === 'number') return (minus ? '-' : '') + value.value;
  if (minus) return undefined;
  if (value.kind === 'text') return value.value;
  if (value.kind === 'blob') return null;
  if (value.kind !== 'word') return undefined;
  const known: Readonly<Record<string, string | null>> = { null: null, true: '1', false: '0', default: null };
  return known[value.value.toLowerCase()];
}

function isTypeToken({ kind, value }: SqlToken): boolean {
  return (
    kind === 'word' || kind === 'name' || kind === 'number' || (kind === 'mark' && /^[(),.]$/.test(value))
  );
}

/** Walks over the pieces of one statement. */
class Cursor {
  readonly #tokens: readonly SqlToken[];
  #at = 0;
  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }
  take(): SqlToken | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }
  /** Goes past these keywords, if all of them stand here. */
  words(...words: readonly string[]): boolean {
    const here = words.every((word, index) => {
      const token = this.#tokens[this.#at + index];
      return token?.kind === 'word' && token.value.toLowerCase() === word;
    });
    if (here) this.#at += words.length;
    return here;
  }
  mark(value: string): boolean {
    const token = this.#tokens[this.#at];
    const here = token?.kind === 'mark' && token.value === value;
    if (here) this.#at += 1;
    return here;
  }
  name(): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' && token?.kind !== 'name') return null;
    this.#at += 1;
    return token.value;
  }
  /** What stands between commas until the bracket closes, which was opened just before; nothing if it never does. */
  parts(): readonly (readonly SqlToken[])[] {
    const parts: SqlToken[][] = [[]];
    let depth = 0;
    for (let token = this.take(); token !== undefined; token = this.take()) {
      const mark = token.kind === 'mark' ? token.value : '';
      if (mark === ')' && depth === 0) return parts;
      depth += mark === '(' ? 1 : mark === ')' ? -1 : 0;
      if (mark === ',' && depth === 0) parts.push([]);
      else parts.at(-1)?.push(token);
    }
    return [];
  }
}
