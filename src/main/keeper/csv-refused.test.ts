import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { type Parts, partsOf, rowsOf, signAgain, writeParts } from '../../../test/support/csv-sets.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';

const auditKey = Buffer.alloc(32, 2);
const keeper = quickKeeper();
let test: TestApp;
let zipBytes: Buffer;
let files = 0;
const at = (...parts: string[]) => join(test.folder, ...parts);
const newPath = (ending: string) => {
  files += 1;
  return at('scratch', `${files}${ending}`);
};

beforeAll(async () => {
  test = await eventfulShop();
  mkdirSync(at('scratch'));
  const to = newPath('.zip');
  await keeper.run('export-csv', {
    ...{ shopPath: at('shop.db'), to, migrationsFolder, app: '1.2.3', now: test.now },
  });
  zipBytes = readFileSync(to);
});
afterAll(() => test.close());

/** What is said of a zip after something was done to its parts; its manifest is made anew where that is asked for. */
async function refusalOf(change: (parts: Parts) => void, isSigned = true): Promise<string> {
  const whole = newPath('.zip');
  writeFileSync(whole, zipBytes);
  const parts = await partsOf(whole);
  change(parts);
  if (isSigned) signAgain(parts);
  return refusal(await writeParts(newPath('.zip'), parts));
}

async function refusal(from: string): Promise<string> {
  const to = newPath('.db');
  const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey, manifest: null };
  try {
    const { problems } = await keeper.run('open-backup', given);
    return problems.map(({ check }) => check).join(' ');
  } catch (error) {
    return String((error as { details?: { reason?: string } }).details?.reason);
  } finally {
    expect(
      readdirSync(at('scratch')).filter((name) => name.startsWith(to.slice(to.lastIndexOf('/') + 1))),
    ).toEqual([]);
  }
}

const edit = (name: string, from: string | RegExp, to: string) => (parts: Parts) => {
  const text = parts.get(name)?.toString() ?? '';
  expect(text).toMatch(from);
  parts.set(name, Buffer.from(text.replace(from, to)));
};
const orders = 'tables/orders.csv';

describe('a set that is not one of ours', () => {
  it.each<[string, (parts: Parts) => void, boolean, RegExp]>([
    ['a table that was changed', edit(orders, '2026', '2025'), false, /was changed/u],
    [
      'a table that is missing',
      (parts) => void parts.delete(orders),
      true,
      /^tables\/orders.csv is missing\.$/u,
    ],
    [
      'a file too many',
      (parts) => void parts.set('tables/evil.csv', Buffer.from('a')),
      true,
      /does not belong/u,
    ],
    [
      'a file of nobody’s',
      (parts) => void parts.set('notes.txt', Buffer.from('a')),
      true,
      /does not belong/u,
    ],
    [
      'another column',
      edit(orders, 'placedAt', 'placed'),
      true,
      /^Orders: the columns of tables\/orders.csv/u,
    ],
    [
      'a cell too few',
      edit(orders, /\r\n1,/u, '\r\n'),
      true,
      /^Orders, line 2 of orders\.csv: It has \d+ cells, /u,
    ],
    [
      'text for a number',
      edit(orders, /\r\n1,/u, '\r\none,'),
      true,
      /^Orders, line 2 of orders\.csv: “number” is not a whole number\.$/u,
    ],
    [
      'a number beyond all bounds',
      edit(orders, /\r\n1,/u, '\r\n99999999999999999999,'),
      true,
      /whole number/u,
    ],
    ['half a number', edit(orders, /\r\n1,/u, '\r\n1.5,'), true, /whole number/u],
    ['a row twice', edit(orders, /(\r\n1,[^\r]*)/u, '$1$1'), true, /: “number” may stand there only once/u],
    [
      'a row fewer',
      edit(orders, /\r\n1,[^\r]*/u, ''),
      true,
      /^tables\/orders\.csv has \d+ rows?, and \d+ were saved\.$/u,
    ],
    [
      'what is no UTF-8',
      (parts) => void parts.set(orders, Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe])),
      true,
      /^tables\/orders\.csv holds signs that cannot be read\.$/u,
    ],
    ['a newer schema', edit('manifest.json', /"schema": ?\d+/u, '"schema": 9999'), false, /newer version/u],
    [
      'another format',
      edit('manifest.json', 'orderlla-csv-1', 'orderlla-csv-2'),
      false,
      /\(manifest\.json\) is not that of a CSV backup/u,
    ],
    ['no manifest', (parts) => void parts.delete('manifest.json'), false, /missing/u],
    [
      'a manifest that is none',
      (parts) => void parts.set('manifest.json', Buffer.from('{')),
      false,
      /is not that of a CSV backup/u,
    ],
    [
      'an amount that was raised',
      edit('tables/payments.csv', /\r\n1,1,1,(\d+)/u, '\r\n1,1,1,9$1'),
      true,
      /money/u,
    ],
  ])('is refused in words, with nothing left behind: %s', async (_what, change, isSigned, words) => {
    expect(await refusalOf(change, isSigned)).toMatch(words);
  });

  it.each([
    ['../evil.csv'],
    ['/etc/passwd'],
    ['C:/evil.csv'],
    ['tables\\evil.csv'],
    ['tables/../../evil.csv'],
    ['tables/con.csv/x'],
    ['tables/NUL'],
    ['tables/evil.csv\u0000.txt'],
    ['tables/evil.csv.'],
    ['tables/evil.CSV'],
    ['tables/'],
    ['.'],
    ['tables/\u202evil.csv'],
    ['tables/evil.csv:stream'],
    [`tables/${'a'.repeat(300)}.csv`],
    ['pictures/1.svg'],
  ])('is refused by a name in it: %j', async (name) => {
    const path = newPath('.zip');
    writeFileSync(path, zipBytes);
    // Zips of our own kind refuse such names, so one of the same length is overwritten in the bytes.
    const plain = 'z'.repeat(Buffer.byteLength(name));
    const parts = await partsOf(path);
    parts.set(plain, Buffer.from('x'));
    const zip = readFileSync(await writeParts(newPath('.zip'), parts));
    const [from, to] = [Buffer.from(plain), Buffer.from(name)];
    for (let found = zip.lastIndexOf(from); found > 0; found = zip.lastIndexOf(from, found - 1))
      to.copy(zip, found);
    writeFileSync(path, zip);
    expect(await refusal(path)).toMatch(
      /^The zip (?:holds a file that does not belong there|is not whole, or was changed)\.$/u,
    );
  });

  it('is refused where it holds a name twice, in whatever case', async () => {
    expect(await refusalOf((parts) => void parts.set('tables/ORDERS.csv', Buffer.from('x')))).toMatch(
      /twice/u,
    );
  });

  it('is refused where it would fill the disk', async () => {
    const bomb = await refusalOf((parts) => void parts.set(orders, Buffer.alloc(64 * 1024 * 1024, 48)));
    expect(bomb).toMatch(/far more than it is/u);
  });

  it('is refused where it is cut short, or no zip at all', async () => {
    const path = newPath('.zip');
    writeFileSync(path, zipBytes);
    truncateSync(path, zipBytes.length - 100);
    expect(await refusal(path)).not.toBe('');
    truncateSync(path, 40);
    expect(await refusal(path)).not.toBe('');
    writeFileSync(path, 'PK\u0003\u0004 and nothing else');
    expect(await refusal(path)).not.toBe('');
  });

  it('is refused where a bit of it flipped, or makes the very same shop: what is there for people is not read', async () => {
    const outcomes = { refused: 0, same: 0 };
    for (let place = 1000; place < zipBytes.length; place += Math.floor(zipBytes.length / 24)) {
      const [from, to] = [newPath('.zip'), newPath('.db')];
      const bytes = Buffer.from(zipBytes);
      bytes[place] = (bytes[place] ?? 0) ^ 16;
      writeFileSync(from, bytes);
      const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey, manifest: null };
      const isGood = await keeper.run('open-backup', given).then(
        ({ problems }) => problems.length === 0,
        () => false,
      );
      outcomes[isGood ? 'same' : 'refused'] += 1;
      expect(existsSync(to)).toBe(isGood);
      if (isGood) expect(rowsOf(to)).toBe(rowsOf(at('shop.db')));
    }
    expect(outcomes.refused).toBeGreaterThan(10);
  });
});
