import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { cutText } from '../csv/cut-text.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { runInSlices, type Steps, visitSteps } from '../csv/steps.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { type DocumentWords, documentWords } from '../documents/document-words.ts';
import type { CatalogTable, TableRow } from './catalog-table.ts';
import { requireUpload } from './upload-file.ts';

/** Saves what was found, a line each: where, what in words, and the row as the file has it, ready to be mended. */
export const saveProblems: TaskHandler<'import.saveProblems'> = async (ctx, { uploadId }) => {
  const upload = requireUpload(ctx, uploadId);
  const { reading } = upload;
  if (!reading?.draft) throw new AppError('upload-gone');
  const words = documentWords(ctx);
  const bytes = await runInSlices(problemFileSteps(reading.problems, reading.file.table, words));
  const name = upload.fileName.replace(/\.[^.]*$/, '');
  try {
    return await ctx.desktop.saveFile(bytes, `${name} ${words.text('import.problems-file')}.csv`);
  } catch (error) {
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
};

function* problemFileSteps(
  problems: readonly RowProblem[],
  table: CatalogTable,
  { text }: DocumentWords,
): Steps<Uint8Array> {
  const say = text as unknown as (key: string, params: RowProblem['params']) => string;
  const rows = yield* rowsOf(problems, table);
  const lines: string[][] = [
    [
      text('import.heading-line'),
      text('import.heading-result'),
      text('import.heading-column'),
      text('import.heading-problem'),
      ...table.headers,
    ],
  ];
  yield* visitSteps(problems, (problem) => {
    lines.push([
      problem.line === 0 ? '' : String(problem.line),
      text(problem.severity === 'error' ? 'import.left-out' : 'import.noted'),
      problem.column ?? '',
      say(`import.problem.${problem.code}`, problem.params),
      ...(rows.get(problem.line) ?? []),
    ]);
  });
  const chunks: Buffer[] = [];
  for (const chunk of writeCsv(lines)) {
    chunks.push(Buffer.from(chunk, 'utf8'));
    yield chunks.length;
  }
  return Buffer.concat(chunks);
}

/** A spreadsheet shows no more of a cell. */
const longestShown = 32_767;

function* rowsOf(
  problems: readonly RowProblem[],
  { rows, leftOutRows }: CatalogTable,
): Steps<ReadonlyMap<number, readonly string[]>> {
  const wanted = new Set(problems.map((problem) => problem.line));
  const found = new Map<number, readonly string[]>();
  const keep = ({ line, cells }: TableRow) => {
    if (wanted.has(line))
      found.set(
        line,
        cells.map((cell) => cutText(cell, longestShown)),
      );
  };
  yield* visitSteps(rows, keep);
  yield* visitSteps(leftOutRows, keep);
  return found;
}
