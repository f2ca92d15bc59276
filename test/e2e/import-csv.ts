import type { Page } from 'playwright';
import { createRequestId } from '../../src/renderer/bridge/request-id.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import { ask } from './ask.ts';

/** Loads products from a CSV text by the application's own calls, as the import screen makes them. */
export async function importCsv(page: Page, csv: string): Promise<Output<'import.run'>> {
  const uploadId = createRequestId();
  const data = Buffer.from(csv).toString('base64');
  await ask(page, 'import.upload', { uploadId, fileName: 'products.csv', offset: 0, data });
  await ask(page, 'import.preview', { uploadId });
  return ask(page, 'import.run', { uploadId, updateExisting: true, setStock: true });
}
