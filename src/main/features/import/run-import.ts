import { AppError } from '../../../shared/contract/errors.ts';
import { changedByImport } from '../../../shared/domain/changed-by-import.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { planImportSteps } from './plan-import.ts';
import { requireUpload } from './upload-file.ts';
import { importWriter } from './write-import.ts';

/** A few milliseconds each: a till beside it does not notice. */
const productsAStep = 25;

/**
 * Imports what the last preview read, in one transaction. It is planned again first: a product that was sold or
 * changed since the preview is compared as it is now.
 */
export const runImport: CommandHandler<'import.run'> = function* (
  ctx,
  { uploadId, updateExisting, setStock },
) {
  const upload = requireUpload(ctx, uploadId);
  const { reading, fileName } = upload;
  const draft = reading?.draft;
  if (!draft) throw new AppError('upload-gone');
  const total = draft.products.length * 2;
  const planning = planImportSteps(ctx, draft);
  let step = planning.next();
  // Planning walks over the products more than once; how far it is never goes back.
  let planned = 0;
  while (!step.done) {
    planned = Math.max(planned, step.value);
    yield { done: planned, total };
    step = planning.next();
  }
  const plan = step.value;
  const { create, change, leave, refuse } = plan.counts;
  if (create + change + leave === 0) throw new AppError('nothing-to-import');
  const changed = changedByImport({ change, ...plan.changeCounts }, { updateExisting, setStock });
  const counted = { created: create, changed, refused: refuse };
  const unchanged = leave + change - changed;
  const row = {
    fileName,
    format: draft.format,
    at: ctx.now,
    staffId: staffOf(ctx.actor),
    ...counted,
    unchanged,
  };
  const importId = ctx.db.run(query.insertInto('imports').values(row)).lastId;
  const writer = importWriter(ctx, { importId, updateExisting, setStock });
  for (const [index, planned] of plan.products.entries()) {
    writer.write(planned);
    if (index % productsAStep === 0) yield { done: draft.products.length + index, total };
  }
  for (const done of writer.indexRenamed()) if (done % productsAStep === 0) yield { done: total, total };
  ctx.note(`import ${importId}`, { fileName, ...counted, unchanged });
  return { importId, ...counted, unchanged };
};

function staffOf(actor: Parameters<typeof runImport>[0]['actor']): number | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}
