import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { _electron } from 'playwright';
import { projectRoot } from '../source-files.ts';

/** The program that takes Electron's place. */
export const standinProgram: string = join(projectRoot, 'tools/electron-standin/electron');

/**
 * Starts a packed application where nothing of the project is in reach: its asar is taken apart in a temporary
 * folder and run on the stand-in until its first screen is there. Returns what went wrong, with its output.
 */
export async function bootPackage(asar: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-package-'));
  const application = join(folder, 'app');
  const output: string[] = [];
  const faults: string[] = [];
  try {
    extractAll(asar, application);
    const host = await _electron.launch({
      executablePath: standinProgram,
      args: [application, `--profile=${join(folder, 'profile')}`],
      cwd: folder,
      timeout: 120_000,
    });
    for (const stream of [host.process().stdout, host.process().stderr]) {
      stream?.on('data', (chunk: Buffer) => output.push(String(chunk)));
    }
    try {
      const page = await host.firstWindow({ timeout: 120_000 });
      page.on('pageerror', (error) => faults.push(`the window threw: ${error.message}`));
      await page.locator('#root button').first().waitFor({ timeout: 60_000 });
    } finally {
      await host.close();
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return faults.length === 0 ? [] : [...faults, ...output];
}
