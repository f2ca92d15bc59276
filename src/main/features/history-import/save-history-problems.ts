import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { TaskHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { runInSlices, type Steps } from '../csv/steps.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { type DocumentWords, documentWords } from '../documents/document-words.ts';
import { type HistoryReading, requireHistory } from './history-upload.ts';

type Row = {
  readonly id: number;
  readonly slot: HistorySlot;
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly params: string;
  readonly isError: 0 | 1;
  readonly cells: string;
};

const problemsAfter = preparedRead<{ after: number }, Row>(
  (slot) => sql<Row>`SELECT * FROM problems WHERE id > ${slot('after')} ORDER BY id LIMIT 200`,
);

/** Saves what was found, a line each: in which file and where, what in words, and the row as it stands. */
export const saveHistoryProblems: TaskHandler<'historyImport.saveProblems'> = async (ctx, { uploadId }) => {
  const { reading, fileName } = requireHistory(ctx, uploadId);
  if (!reading.understood) throw new AppError('upload-gone');
  const words = documentWords(ctx);
  const bytes = await runInSlices(problemFileSteps(reading, words));
  const name = fileName.replace(/\.[^.]*$/, '');
  try {
    return await ctx.desktop.saveFile(bytes, `${name} ${words.text('import.problems-file')}.csv`);
  } catch (error) {
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
};

function* problemFileSteps({ staging, looks }: HistoryReading, { text }: DocumentWords): Steps<Uint8Array> {
  const say = text as unknown as (key: string, params: Readonly<Record<string, string | number>>) => string;
  const chunks: Uint8Array[] = [];
  const write = (rows: readonly (readonly string[])[], mark: boolean): void => {
    for (const chunk of writeCsv(rows, { mark })) chunks.push(Buffer.from(chunk, 'utf8'));
  };
  const headings = ['line', 'result', 'column', 'problem'] as const;
  const first = headings.map((heading) => text(`import.heading-${heading}`));
  write([[text('history-import.heading-file'), ...first, ...(looks.get('sales')?.look.headers ?? [])]], true);
  for (let after = 0; ; ) {
    const rows = problemsAfter.all(staging.db, { after });
    if (rows.length === 0) return Buffer.concat(chunks);
    after = rows.at(-1)?.id ?? after;
    const lines = rows.map(({ slot, line, column, code, params, isError, cells }) => [
      text(`history-import.slot-${slot}`),
      String(line),
      text(isError ? 'import.left-out' : 'import.noted'),
      column ?? '',
      say(`history-import.problem.${code}`, JSON.parse(params)),
      ...(JSON.parse(cells) as string[]),
    ]);
    write(lines, false);
    yield after;
  }
}
