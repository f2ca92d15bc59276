import { join } from 'node:path';
import { defineConfig } from 'playwright/test';

const root = join(import.meta.dirname, '../..');

/**
 * Journeys through the built application; those with the tag `@daily` are part of `npm test`. No retries: a journey that
 * passes at the second try is broken.
 * The times are those of a busy machine with two cores; a quiet one needs a tenth.
 */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: Number(process.env.E2E_WORKERS ?? 2),
  timeout: 300_000,
  expect: { timeout: 40_000 },
  reporter: [['list'], ['json']],
  use: { actionTimeout: 40_000, navigationTimeout: 60_000 },
});
