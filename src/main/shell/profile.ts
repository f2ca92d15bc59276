import { isAbsolute, resolve } from 'node:path';

const option = '--profile=';

/**
 * The folder that takes the place of the application's own, so that a test or a try-out has a shop of its own:
 * `--profile=<folder>`. Never in a packaged application, where it would open another shop unnoticed.
 */
export function profileFolder(argv: readonly string[], isPackaged: boolean): string | null {
  if (isPackaged) return null;
  const folder = argv.findLast((argument) => argument.startsWith(option))?.slice(option.length) ?? '';
  if (folder === '') return null;
  return isAbsolute(folder) ? folder : resolve(folder);
}
