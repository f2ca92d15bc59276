import { AppError } from '../../../../shared/contract/errors.ts';
import type { TaskContext } from '../../../app/context.ts';
import type { SaveResult } from '../../../app/desktop.ts';

const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const gone: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO']);
const notAllowed: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY', 'EISDIR']);

/**
 * Saves a file; nothing of it stays where that fails.
 * @throws AppError `save-no-room`, `save-not-allowed`, `save-place-gone`, `save-failed`, and what the making of it refuses with.
 */
export async function saveOrRefuse(
  { log, signal }: Pick<TaskContext, 'log' | 'signal'>,
  save: () => Promise<SaveResult>,
): Promise<SaveResult> {
  try {
    return await save();
  } catch (thrown) {
    if (thrown instanceof AppError || signal.aborted) throw thrown;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    log.error('A report could not be saved', { reason });
    if (noRoom.has(code)) throw new AppError('save-no-room');
    if (gone.has(code)) throw new AppError('save-place-gone');
    throw notAllowed.has(code) ? new AppError('save-not-allowed') : new AppError('save-failed', { reason });
  }
}
