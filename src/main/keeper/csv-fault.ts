import { type CsvTable, csvTables } from '../../shared/contract/csv-tables.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { csvSetText } from '../../shared/text/en/csv-set.ts';
import { createEnglishText } from '../../shared/text/english.ts';
import type { WholeTable } from '../database/whole-tables.ts';

type Key = keyof typeof csvSetText;
type Sentence = Exclude<Key, `csv-set.field-${string}` | `csv-set.table-${string}`>;
type Code = Sentence extends `csv-set.${infer Code}` ? Code : never;
type Params = Readonly<Record<string, string | number>>;

const text = createEnglishText();
const isText = (key: string): key is Key => Object.hasOwn(csvSetText, key);
const isCsvTable = (name: string): name is CsvTable => (csvTables as readonly string[]).includes(name);

/** A sentence about a CSV backup. */
export function faultWords(code: Code, params: Params = {}): string {
  return (text as (key: Key, params: Params) => string)(`csv-set.${code}`, params);
}

/** Why a CSV backup is refused: AppError `backup-damaged` with a sentence as its reason. */
export function csvFault(code: Code, params: Params = {}): AppError {
  return new AppError('backup-damaged', { reason: faultWords(code, params) });
}

/** What people call a table. */
export function tableWords(name: string): string {
  if (isCsvTable(name)) return text(`backups.table-${name}`);
  const key = `csv-set.table-${name}`;
  return isText(key) ? text(key as 'csv-set.table-own') : text('csv-set.table-own');
}

/** What people call a column: `discountRate` is "discount rate", `categoryId` "category". */
export function fieldWords(name: string): string {
  const key = `csv-set.field-${name}`;
  if (isText(key)) return text(key as 'csv-set.field-id');
  return name.replace(/(?<=.)Id$/u, '').replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

/** The same fault with the line of the table's file on which its row begins. */
export function faultAt(table: WholeTable, line: number, what: string): AppError {
  return csvFault('at', { table: tableWords(table.name), line, file: `${table.name}.csv`, what });
}

/** What a table refused in a row, as a sentence; null where it was no rule of the table: a full disk is none. */
export function refusedRow({ columns }: WholeTable, error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(error instanceof Error) || !code.startsWith('SQLITE_CONSTRAINT')) return null;
  const rule = error.message.slice(error.message.indexOf(': ') + 2);
  const named = columns.map(({ name }) => name).filter((name) => wordIn(name, rule));
  if (/_(?:UNIQUE|PRIMARYKEY|ROWID)$/u.test(code)) {
    return named.length > 0 ? faultWords('twice', { fields: listOf(named) }) : faultWords('twice-other');
  }
  if (code.endsWith('_NOTNULL')) return faultWords('empty', { field: fieldWords(named[0] ?? '') });
  return code.endsWith('_CHECK') ? checkWords(rule, named) : faultWords('row-odd');
}

/** The rules that tables have of a single column, and what is said where one is broken. */
const singleRules: readonly [RegExp, (values: readonly string[]) => [Code, Params]][] = [
  [
    /^\w+ IN \((.*)\)$/su,
    ([words = '']) => ['words', { words: words.replaceAll("'", '').replace(/\s+/gu, ' ') }],
  ],
  [/^\w+ BETWEEN (-?\d+) AND (-?\d+)$/u, ([least = '', most = '']) => ['between', { least, most }]],
  [/^\w+ >= (-?\d+)$/u, ([least = '']) => ['least', { least }]],
  [/^\w+ > (-?\d+)$/u, ([below = '']) => ['least', { least: Number(below) + 1 }]],
  [/^\w+ = (\d+)$/u, ([only = '']) => ['only', { only }]],
  [/^\w+ <> 0$/u, () => ['not-zero', {}]],
  [/^length\(\w+\) BETWEEN (\d+) AND (\d+)$/u, ([least = '', most = '']) => ['length', { least, most }]],
  [/^length\(\w+\) <= (\d+)$/u, ([most = '']) => ['length-most', { most }]],
  [/^length\(\w+\) = (\d+)$/u, ([only = '']) => ['length-only', { only }]],
  [/^json_valid\(\w+\)$/u, () => ['not-ours', {}]],
];

function checkWords(rule: string, named: readonly string[]): string {
  for (const [form, say] of singleRules) {
    const found = form.exec(rule);
    if (!found || named.length !== 1) continue;
    const [code, params] = say(found.slice(1));
    return faultWords(code, { field: fieldWords(named[0] ?? ''), ...params });
  }
  return named.length > 1 ? faultWords('unlike', { fields: listOf(named) }) : faultWords('row-odd');
}

function wordIn(name: string, rule: string): boolean {
  return new RegExp(`\\b${name}\\b`, 'u').test(rule.replace(/'[^']*'/gu, ''));
}

function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `“${fieldWords(name)}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last;
}
