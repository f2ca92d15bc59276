import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { runInSlices } from '../csv/steps.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { documentWords } from '../documents/document-words.ts';
import { planImportSteps } from './plan-import.ts';
import { requireUpload } from './upload-file.ts';

/** Saves what was found, a line each: where, what in words, and the row as the file has it, ready to be mended. */
export const saveProblems: TaskHandler<'import.saveProblems'> = async (ctx, { uploadId }) => {
  const upload = requireUpload(ctx, uploadId);
  const { file, draft } = upload.reading ?? {};
  if (!file || !draft) throw new AppError('upload-gone');
  const { problems } = await runInSlices(planImportSteps(ctx.db, draft));
  const { text } = documentWords(ctx);
  const say = text as unknown as (key: string, params: RowProblem['params']) => string;
  const rows = new Map(file.table.rows.map((row) => [row.line, row.cells]));
  const lines = problems.map((problem) => [
    problem.line === 0 ? '' : String(problem.line),
    text(problem.severity === 'error' ? 'import.left-out' : 'import.noted'),
    problem.column ?? '',
    say(`import.problem.${problem.code}`, problem.params),
    ...(rows.get(problem.line) ?? []),
  ]);
  const heading = [
    text('import.heading-line'),
    text('import.heading-result'),
    text('import.heading-column'),
    text('import.heading-problem'),
    ...file.table.headers,
  ];
  const bytes = Buffer.from([...writeCsv([heading, ...lines])].join(''), 'utf8');
  const name = upload.fileName.replace(/\.[^.]*$/, '');
  try {
    return await ctx.desktop.saveFile(bytes, `${name} ${text('import.problems-file')}.csv`);
  } catch (error) {
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
};
