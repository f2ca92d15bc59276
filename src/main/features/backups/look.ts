import type { backupsLookCalls } from '../../../shared/contract/backups-look.ts';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Handlers, TaskContext } from '../../app/context.ts';
import { plainFacts } from './make-backup.ts';

/** Looking at a shop as it was, and beside the shop as it is. */
export const backupsLookHandlers: Handlers<typeof backupsLookCalls> = {
  async 'backups.compare'(ctx, asked) {
    const found = await ctx.desktop.looks.compare(asked, workOf(ctx));
    return { ...found, facts: plainFacts(found.facts) };
  },
  async 'backups.look'(ctx, asked) {
    const { token, facts, asOf } = await ctx.desktop.looks.open(
      { ...asked, windowId: windowOf(ctx) },
      workOf(ctx),
    );
    await ctx.transaction((_db, note) => note('backups', notedOf(asked.source)));
    return { token, facts: plainFacts(facts), asOf };
  },
  async 'backups.lookAsk'(ctx, { token, call, input }) {
    const db = ctx.desktop.looks.find(token, windowOf(ctx));
    if (db === null) throw new AppError('look-over');
    return ctx.askOf({ db, call, input });
  },
  async 'backups.endLook'(ctx, { token }) {
    ctx.desktop.looks.end(token, windowOf(ctx));
    return {};
  },
};

/** A token says nothing to whoever reads the log. */
function notedOf(source: RestoreSource) {
  return source.from === 'file' ? { from: source.from } : { ...source };
}

function workOf({ progress, signal }: TaskContext) {
  return { onProgress: progress, signal };
}

/** The timer looks into nothing, and has no window. */
function windowOf({ actor }: TaskContext): number {
  return actor.kind === 'system' ? 0 : actor.windowId;
}
