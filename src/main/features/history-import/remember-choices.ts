import type { HistoryChoices, HistoryField, HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { mappingKey, plainHeader } from '../import/header.ts';
import { fieldsOfSlot, type HistoryMapping } from './guess-columns.ts';
import type { FileTerms, Recalled } from './understand.ts';

/** What is kept of how a person had a file read: columns by their headings, so that they may stand in any order. */
type Kept = {
  readonly columns: Readonly<Record<string, HistoryField>>;
  readonly file: NonNullable<Recalled>['choices'];
  /** Of sales: how all files together are understood. */
  readonly choices: Omit<HistoryChoices, 'files'> | null;
};

const findKept = preparedRead<{ mappingKey: string }, { mapping: string }>((slot) =>
  query.selectFrom('importMappings').select('mapping').where('mappingKey', '=', slot('mappingKey')),
);
const keep = preparedWrite<{ mappingKey: string; mapping: string; updatedAt: number }>((slot) =>
  query
    .insertInto('importMappings')
    .values({ mappingKey: slot('mappingKey'), mapping: slot('mapping'), updatedAt: slot('updatedAt') })
    .onConflict((conflict) =>
      conflict.column('mappingKey').doUpdateSet({ mapping: slot('mapping'), updatedAt: slot('updatedAt') }),
    ),
);

function keyOf(slot: HistorySlot, headers: readonly string[]): string {
  return `history ${slot} ${mappingKey(headers)}`;
}

/** What was kept of the last such file; nulls where there was none. */
export function recallChoices(
  db: ReadDb,
  slot: HistorySlot,
  headers: readonly string[],
): { readonly file: Recalled; readonly choices: Kept['choices'] } {
  const found = findKept.get(db, { mappingKey: keyOf(slot, headers) });
  if (!found) return { file: null, choices: null };
  const kept = JSON.parse(found.mapping) as Kept;
  const mapping: Partial<Record<HistoryField, number>> = {};
  headingNames(headers).forEach((name, index) => {
    const field = Object.hasOwn(kept.columns, name) ? kept.columns[name] : undefined;
    if (field !== undefined && fieldsOfSlot[slot].includes(field)) mapping[field] = index;
  });
  return { file: { mapping, choices: kept.file }, choices: kept.choices };
}

/** Keeps how a file was read. */
export function rememberChoices(
  db: WriteDb,
  slot: HistorySlot,
  file: FileTerms,
  choices: HistoryChoices,
  updatedAt: number,
): void {
  const { headers } = file.look;
  const names = headingNames(headers);
  const columns: Record<string, HistoryField> = {};
  for (const [field, index] of Object.entries(file.mapping as HistoryMapping)) {
    const name = names[index];
    if (name !== undefined) columns[name] = field as HistoryField;
  }
  const { mapping: _, hasHeader: __, encoding: ___, delimiter: ____, ...own } = file.told;
  const { files: _____, ...all } = choices;
  const kept: Kept = { columns, file: own, choices: slot === 'sales' ? all : null };
  keep.run(db, { mappingKey: keyOf(slot, headers), mapping: JSON.stringify(kept), updatedAt });
}

/** Headings as they are compared, the second of two equal ones told apart. */
function headingNames(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((heading) => {
    const plain = plainHeader(heading);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain}#${count}`;
  });
}
