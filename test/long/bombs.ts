import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { csvLimits } from '../../src/main/features/csv/csv-limits.ts';
import { createLocalKeeper } from '../../src/main/keeper/jobs.ts';
import type { HistorySlot } from '../../src/shared/contract/history-choices.ts';
import { migrationsFolder, type TestApp } from '../support/create-test-app.ts';
import { type Parts, partsOf, signAgain, writeParts } from '../support/csv-sets.ts';

const mebibyte = 1024 * 1024;

/** A file made to hold up, fill or break whoever reads it, and what must be said of it. */
export type Bomb = {
  readonly name: string;
  /** `code`, or `code: what was found`, of the refusal; `taken` with how many rows, and how many of them were not read. */
  readonly outcome: RegExp;
  /** Puts it before the application; answers what that said. */
  readonly bring: (bringing: Bringing) => Promise<string>;
};

export type Bringing = {
  readonly test: TestApp;
  /** Bytes of a file, where the bomb has no size of its own. */
  readonly bytes: number;
  readonly scratch: string;
  /** Says that the bomb is made, which is no work of the application. */
  readonly begin: () => void;
  readonly openBackup: (from: string, to: string) => Promise<{ readonly problems: readonly unknown[] }>;
};

const head = 'Name,SKU,Price,Description\n';
/** No rows of a list end on a mebibyte: the last is blank. */
const listPieces = (bytes: number) =>
  pieces(bytes, head, (row) => `Product ${row},S-${row},${row % 90}.50,${'oak '.repeat(250)}\n`);

/** Text of so many bytes in pieces, a row after the other; what remains at the end are blank lines. */
function* pieces(bytes: number, begin: string, row: (index: number) => string): Generator<Buffer, void> {
  let text = begin;
  let written = 0;
  for (let index = 0; written + text.length < bytes; index += 1) {
    const next = row(index);
    if (written + text.length + next.length > bytes) break;
    text += next;
    if (text.length < mebibyte) continue;
    yield Buffer.from(text);
    written += text.length;
    text = '';
  }
  yield Buffer.from(text.padEnd(bytes - written, '\n'));
}

async function send(
  content: Iterable<Buffer>,
  take: (offset: number, data: string) => Promise<void>,
): Promise<void> {
  let offset = 0;
  for (const whole of content) {
    for (let from = 0; from < whole.length; from += mebibyte) {
      const piece = whole.subarray(from, from + mebibyte);
      await take(offset, piece.toString('base64'));
      offset += piece.length;
      // Pieces come one by one from the window.
      await setImmediate();
    }
  }
}

/** Sends a list as a window does, and asks what it would bring; what is left of it is let go. */
async function bringList(test: TestApp, content: Iterable<Buffer>): Promise<string> {
  const uploadId = 'bomb-list';
  await send(content, async (offset, data) => {
    await test.ask('import.upload', { uploadId, fileName: 'list.csv', offset, data });
  });
  const { rowCount, errorCount } = await test.ask('import.preview', { uploadId });
  await test.ask('import.cancel', { uploadId, forget: true });
  return `taken ${rowCount} ${errorCount}`;
}

async function bringHistory(test: TestApp, content: Iterable<Buffer>): Promise<string> {
  const [uploadId, slot] = ['bomb-history', 'sales' as HistorySlot];
  await send(content, async (offset, data) => {
    await test.ask('historyImport.upload', { uploadId, slot, fileName: 'sales.csv', offset, data });
  });
  const { counts } = await test.ask('historyImport.preview', { uploadId, choices: {} });
  await test.ask('historyImport.cancel', { uploadId, forget: true });
  return `taken ${counts.lines + counts.unreadRows} ${counts.unreadRows}`;
}

/** A CSV backup of the shop that sells, changed and signed as its maker would have signed it. */
async function bringSet(
  { test, scratch, begin, openBackup }: Bringing,
  change: (parts: Parts) => void,
): Promise<string> {
  const [whole, from, to] = ['whole.zip', 'bomb.zip', 'made.db'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  const shopPath = join(test.folder, 'shop.db');
  await createLocalKeeper().run('export-csv', { shopPath, to: whole, migrationsFolder, app: '1', now: 0 });
  const parts = await partsOf(whole);
  change(parts);
  signAgain(parts);
  await writeParts(from, parts);
  parts.clear();
  begin();
  const { problems } = await openBackup(from, to);
  return `taken ${problems.length}`;
}

/** Text that packs to half of its size, so that no ratio gives it away. */
function noise(bytes: number): Buffer {
  return Buffer.from(
    randomBytes(Math.ceil(bytes / 2))
      .toString('hex')
      .slice(0, bytes),
  );
}

function zeros(bytes: number): Buffer {
  const packed = gzipSync(Buffer.alloc(16 * mebibyte));
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / (16 * mebibyte)) }, () => packed));
}

const wide = (cell: (column: number) => string) =>
  Array.from({ length: 1_000 }, (_, at) => cell(at)).join(',');

export const bombs: readonly Bomb[] = [
  {
    name: 'a list as large as one may be',
    outcome: /^taken [1-9]\d* 0$/u,
    bring: ({ test, bytes }) => bringList(test, listPieces(bytes)),
  },
  {
    name: 'a list one byte larger than one may be',
    outcome: /^file-too-large$/u,
    bring: ({ test }) => bringList(test, listPieces(csvLimits.bytes + 1)),
  },
  {
    name: 'a list of a million rows and one',
    outcome: /^too-many-rows$/u,
    bring: ({ test }) =>
      bringList(
        test,
        pieces((csvLimits.rows + 1) * 4, '', () => 'a,1\n'),
      ),
  },
  {
    name: 'a list with a quote that is never closed',
    outcome: /^(?:taken [1-9]\d* \d+|too-many-rows)$/u,
    bring: ({ test, bytes }) =>
      bringList(
        test,
        pieces(bytes, `${head}A,1,2.50,"`, () => `${'oak '.repeat(60)}\n`),
      ),
  },
  {
    name: 'a list of one row',
    outcome: /^taken 1 1$/u,
    bring: ({ test, bytes }) =>
      bringList(
        test,
        pieces(bytes, `${head}A,1,`, () => 'oak '.repeat(9_000)),
      ),
  },
  {
    name: 'a list of a thousand columns',
    outcome: /^taken [1-9]\d* \d+$/u,
    bring: ({ test, bytes }) =>
      bringList(
        test,
        pieces(bytes / 4, `${wide((at) => `Unknown ${at}`)}\n`, (row) => `${wide((at) => `${at} ${row}`)}\n`),
      ),
  },
  {
    name: 'a sales history of a thousand columns',
    outcome: /^taken [1-9]\d* \d+$/u,
    bring: ({ test, bytes }) =>
      bringHistory(
        test,
        pieces(
          bytes / 16,
          `id,date,item,qty,price,${wide(() => 'Total')}\n`,
          (row) => `${row},2024-01-02,Tea,1,2.50,${wide(() => '12:30')}\n`,
        ),
      ),
  },
  {
    name: 'a packed sales history that would fill the disk',
    outcome: /^file-unpacks-too-far$/u,
    bring: ({ test, bytes, begin }) => {
      const packed = zeros(bytes * 16);
      begin();
      return bringHistory(test, [packed]);
    },
  },
  {
    name: 'a CSV backup with a table that would fill the disk',
    outcome: /^backup-damaged: The zip would unpack to far more than it is\.$/u,
    bring: (bringing) =>
      bringSet(bringing, (parts) => void parts.set('tables/orders.csv', Buffer.alloc(bringing.bytes * 4))),
  },
  {
    name: 'a CSV backup with a table of one endless cell',
    outcome: /^backup-damaged: Orders, line 2 of orders\.csv: Its cells cannot be told apart\.$/u,
    bring: (bringing) =>
      bringSet(bringing, (parts) => {
        const [columns = ''] = (parts.get('tables/orders.csv')?.toString() ?? '').split('\r\n', 1);
        parts.set(
          'tables/orders.csv',
          Buffer.concat([Buffer.from(`${columns}\r\n"`), noise(bringing.bytes)]),
        );
      }),
  },
  {
    name: 'a CSV backup with a picture larger than any',
    outcome: /^backup-damaged: A file in the zip is too large\.$/u,
    bring: (bringing) =>
      bringSet(bringing, (parts) => {
        const picture = noise(bringing.bytes);
        const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '{}');
        const sha256 = createHash('sha256').update(picture).digest('hex');
        manifest.files.push({ name: 'pictures/1.png', rows: null, bytes: picture.length, sha256 });
        parts.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
        parts.set('pictures/1.png', picture);
      }),
  },
];
