import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.ORDERLLA_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');

/**
 * Path of a file among the real catalogues and histories that lie beside the project, or null where
 * they are not there. Tests that need one skip visibly: `it.skipIf(!sharedData('…'))`.
 */
export function sharedData(name: string): string | null {
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}
