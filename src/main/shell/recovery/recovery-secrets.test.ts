import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aside,
  beginRecovery,
  damage,
  pages,
  press,
  recovery,
  restartAfter,
  setChosen,
  type,
  wordsOf,
  written,
} from '../../../../test/support/recovering.ts';
import {
  backUp,
  begin,
  desk,
  end,
  findings,
  folder,
  orders,
  path,
  recoveryCode,
  rows,
  sell,
  shop,
  signIn,
} from '../../../../test/support/restoring.ts';

const keysFile = () => join(folder, 'keys.json');
const notes = () => JSON.stringify(rows("SELECT * FROM auditEntries WHERE call = 'backups.noteRestored'"));
const passphrase = 'larch anvil pebble';

beforeEach(beginRecovery);
afterEach(end);

/** What was typed is nowhere but where it was asked for. */
function expectSecret(secret: string): void {
  expect([pages.join().includes(secret), written.join().includes(secret)]).toEqual([false, false]);
}

describe('an encrypted backup', () => {
  it('is opened with the passphrase that is typed, where this computer does not know it', async () => {
    await desk.setPassphrase(passphrase);
    await backUp();
    await sell();
    await restartAfter(() => {
      damage();
      rmSync(join(folder, 'backup-passphrase.json'));
    });
    await press('Bring back this backup');
    expect(await recovery.html()).not.toContain('name="secret"');
    await press('Bring this shop back');
    expect(await wordsOf()).toContain('a passphrase that this computer does not know');
    expect(await wordsOf()).not.toContain('does not open it');
    await type('larch anvil');
    expect(await wordsOf()).toContain('This passphrase does not open it. Nothing was changed.');
    expect([shop.trouble(), readdirSync(folder).filter((one) => /candidate/u.test(one))]).toEqual([
      'damaged',
      [],
    ]);
    await type(passphrase);
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    expectSecret(passphrase);
  });

  it('needs none to be typed where this computer knows it', async () => {
    await desk.setPassphrase(passphrase);
    await backUp();
    await restartAfter(damage);
    await press('Bring back this backup');
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
  });
});

describe('keys that are gone', () => {
  it('are opened with the recovery code, and the shop is as it was', async () => {
    const before = readFileSync(keysFile(), 'utf8');
    await restartAfter(() => writeFileSync(keysFile(), 'not what it was'));
    expect(shop.trouble()).toBe('keys');
    await press('Enter the recovery code');
    await type('AAAA-BBBB-CCCC');
    expect(await wordsOf()).toContain('This code does not open it.');
    expect([shop.trouble(), readFileSync(keysFile(), 'utf8')]).toEqual(['keys', 'not what it was']);
    await type(` ${recoveryCode.toLowerCase().replaceAll('-', ' ')} `);
    expect([shop.trouble(), orders(), readFileSync(keysFile(), 'utf8')]).toEqual([null, 2, before]);
    const [put] = readdirSync(folder).filter((one) => one.startsWith('keys-put-aside'));
    expect(readFileSync(join(folder, put ?? ''), 'utf8')).toBe('not what it was');
    expect(await findings()).toEqual([]);
    expect(notes()).toContain('keys.json');
    await sell();
    expectSecret(recoveryCode);
  });

  it('with the shop file: a backup of the list is opened with the recovery code', async () => {
    await backUp();
    await restartAfter(() => {
      rmSync(keysFile());
      rmSync(path());
    });
    expect(shop.trouble()).toBe('missing');
    expect(await wordsOf()).toContain('The recovery code on the owner’s paper opens a backup all the same');
    await press('Bring back this backup');
    expect(await wordsOf()).toMatch(/Orders 2 .* The code on its owner’s paper opens it, /u);
    await type('AAAA-BBBB-CCCC');
    expect(await wordsOf()).toContain('This code does not open it.');
    await type(recoveryCode);
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    await signIn();
    await sell();
    expect(existsSync(keysFile())).toBe(true);
  });

  it('say so where the shop file has no copy of them', async () => {
    await restartAfter(() => {
      const database = new BetterSqlite3(path());
      database.exec('DELETE FROM keyCopy');
      database.close();
      rmSync(keysFile());
    });
    await press('Enter the recovery code');
    await type(recoveryCode);
    expect(await wordsOf()).toContain('from before its keys travelled with it');
    await press('Go back');
    expect(await wordsOf()).toContain('The keys of this shop cannot be read');
  });
});

describe('a file that is chosen', () => {
  let stick: string;
  beforeEach(() => {
    stick = mkdtempSync(join(tmpdir(), 'orderlla-stick-'));
  });
  afterEach(() => rmSync(stick, { recursive: true }));

  /** A backup of another shop on another computer, taken away on a stick; then a computer with a shop of its own. */
  async function takeFromOther(): Promise<{ readonly file: string; readonly code: string }> {
    const file = join(stick, 'taken.db');
    await sell();
    copyFileSync(join(folder, 'backups', `${await backUp()}.db`), file);
    const code = recoveryCode;
    await end();
    await begin();
    return { file, code };
  }

  it('of another computer takes the place of a damaged shop with its own code, and the old keys are kept', async () => {
    const { file, code } = await takeFromOther();
    const before = readFileSync(keysFile(), 'utf8');
    await restartAfter(damage);
    setChosen(file);
    await press('Bring a shop back from a file');
    expect(await wordsOf()).toMatch(/Orders 3 .*taken\.db/u);
    await type(recoveryCode);
    expect(await wordsOf()).toContain('This code does not open it.');
    expect(readFileSync(keysFile(), 'utf8')).toBe(before);
    await type(code);
    expect([shop.trouble(), orders()]).toEqual([null, 3]);
    expect(readFileSync(keysFile(), 'utf8')).not.toBe(before);
    const beside = readdirSync(aside()).find((one) => one.endsWith('.keys.json')) ?? '';
    expect(readFileSync(join(aside(), beside), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((one) => /coming|candidate/u.test(one))).toEqual([]);
    expect(await findings()).toEqual([]);
    await sell();
    expect(orders()).toBe(4);
  });

  it('of this computer needs no code', async () => {
    const name = await backUp();
    await restartAfter(damage);
    setChosen(join(folder, 'backups', `${name}.db`));
    await press('Bring a shop back from a file');
    expect(await recovery.html()).not.toContain('name="secret"');
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
  });

  it('is asked for its passphrase first where it is encrypted', async () => {
    await desk.setPassphrase(passphrase);
    const name = await backUp();
    await restartAfter(damage);
    setChosen(join(folder, 'backups', `${name}.db.age`));
    await press('Bring a shop back from a file');
    await type('larch');
    expect(await wordsOf()).toContain('This passphrase does not open it');
    await type(passphrase);
    await press('Bring this shop back');
    expect([shop.trouble(), orders()]).toEqual([null, 2]);
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
    expectSecret(passphrase);
  });

  it('is refused in words where it is the damaged shop itself, or no shop', async () => {
    await restartAfter(damage);
    setChosen(path());
    await press('Bring a shop back from a file');
    expect(await wordsOf()).toContain('This is the file that cannot be opened');
    await press('Go back');
    writeFileSync(join(stick, 'text.db'), 'no shop at all, and long enough to be looked at '.repeat(40));
    setChosen(join(stick, 'text.db'));
    await press('Bring a shop back from a file');
    expect(await wordsOf()).toContain('Choose another');
    expect(shop.trouble()).toBe('damaged');
  });
});
