import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/contract/errors.ts';
import { isOutOfRoom } from './no-room.ts';
import { UpgradeError } from './upgrade-shop.ts';

const withCode = (code: string) => Object.assign(new Error('said by the system'), { code });

describe('isOutOfRoom', () => {
  it.each([
    ['a full disk, as SQLite says it', withCode('SQLITE_FULL'), true],
    ['as the system says it', withCode('ENOSPC'), true],
    ['a quota', withCode('EDQUOT'), true],
    ['a backup that found no room', new AppError('no-room'), true],
    ['an upgrade because of it', new UpgradeError(null, withCode('ENOSPC')), true],
    ['an upgrade for another reason', new UpgradeError(null, new Error('a rule')), false],
    ['no permission', withCode('EACCES'), false],
    ['a file that cannot be read while there is room', withCode('SQLITE_IOERR_SHMSIZE'), false],
    ['something that is no error', 'SQLITE_FULL', false],
  ])('%s', (_, error, expected) => {
    expect(isOutOfRoom(error, tmpdir())).toBe(expected);
  });

  it('asks the disk for nothing where its folder is gone', () => {
    expect(isOutOfRoom(withCode('SQLITE_CANTOPEN'), join(tmpdir(), 'gone', 'with', 'its', 'disk'))).toBe(
      false,
    );
  });
});
