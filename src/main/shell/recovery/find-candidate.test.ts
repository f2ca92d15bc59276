import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { begin, end, folder, path } from '../../../../test/support/restoring.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { JobInput, Keeper } from '../../keeper/jobs.ts';
import { findInDamage } from './find-candidate.ts';

beforeEach(begin);
afterEach(end);

describe('what is saved of a damaged shop', () => {
  it('leaves no copy that was looked at where it is stopped then', async () => {
    const stop = new AbortController();
    const candidate = `${path()}.candidate`;
    const own = quickKeeper();
    let hasLooked = false;
    // As a process that is ended: it takes nothing away itself.
    const keeper: Keeper = {
      run(name, input, ...rest) {
        if (name !== 'open-backup') return own.run(name, input, ...rest);
        const { from, to } = input as JobInput<'open-backup'>;
        copyFileSync(from, to);
        hasLooked = existsSync(to);
        stop.abort(new AppError('cancelled'));
        return Promise.reject(stop.signal.reason);
      },
    };
    const log = { info: () => undefined, error: () => undefined };
    const work = { onProgress: () => undefined, signal: stop.signal };
    const known = { auditKey: async () => Buffer.alloc(32), withKey: () => ({ list: async () => [] }) };
    const finding = { migrationsFolder, keeper, log, candidate, work };
    await expect(findInDamage(finding, known as never, path())).rejects.toMatchObject({ code: 'cancelled' });
    expect(hasLooked).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('looked-at'))).toEqual([]);
  });
});
