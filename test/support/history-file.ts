import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { HistoryChoices, HistorySlot } from '../../src/shared/contract/history-choices.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import { nextRequestId, owner, type TestApp } from './create-test-app.ts';
import { sharedData } from './shared-data.ts';

let uploads = 0;

/** Sends files as a window does, in pieces; answers under which id. */
export async function sendHistory(
  test: TestApp,
  files: Readonly<Partial<Record<HistorySlot, Uint8Array | string>>>,
  pieceBytes = 1024 * 1024,
): Promise<string> {
  uploads += 1;
  const uploadId = `history-upload-${uploads}`;
  for (const [slot, content] of Object.entries(files) as [HistorySlot, Uint8Array | string][]) {
    const bytes = Buffer.from(content as Uint8Array);
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += pieceBytes) {
      const data = bytes.subarray(offset, offset + pieceBytes).toString('base64');
      await test.ask('historyImport.upload', { uploadId, slot, fileName: `${slot}.csv`, offset, data });
    }
  }
  return uploadId;
}

export type Imported = {
  readonly uploadId: string;
  readonly preview: Output<'historyImport.preview'>;
  readonly made: Output<'historyImport.run'>;
};

/** Sends, looks at and brings in. */
export async function importHistory(
  test: TestApp,
  files: Parameters<typeof sendHistory>[1],
  choices: HistoryChoices = {},
): Promise<Imported> {
  const uploadId = await sendHistory(test, files);
  const preview = await test.ask('historyImport.preview', { uploadId, choices });
  const made = await test.ask('historyImport.run', { uploadId });
  return { uploadId, preview, made };
}

/** The bytes of one of the shared histories, unpacked; empty where they are not there. */
export function sharedBytes(name: string): Buffer {
  const path = sharedData(name);
  if (path === null) return Buffer.alloc(0);
  const bytes = readFileSync(path);
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Starts an import and stops it once it has told of some steps; answers what it was refused with, and how many. */
export async function stopImport(
  test: TestApp,
  uploadId: string,
  after = 10,
): Promise<{ code: string; steps: number }> {
  let steps = 0;
  const stop = test.app.onChange((change) => {
    if (change.kind !== 'progress') return;
    steps += 1;
    if (steps === after) void test.app.ask(owner, 'historyImport.cancel', { uploadId });
  });
  const reply = await test.app.ask(owner, 'historyImport.run', { uploadId }, nextRequestId());
  stop();
  return { code: reply.ok ? 'done' : reply.error.code, steps };
}
