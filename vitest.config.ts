import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests of main, the rules and the tools. */
const besideTheWindow = {
  environment: 'node',
  // Files share a process, as loading the application anew for each took a quarter of the time. No test may
  // leave anything behind: what it opens it closes, and what it changes outside of its shop it puts back. Not
  // those of the window, where a screen that is still loading as a file ends is broken for the next.
  isolate: false,
  testTimeout: 240_000,
  hookTimeout: 240_000,
};
const folders = ['src', 'test', 'tools', 'bench'];

/** Unit and use-case tests. Journeys through the built app are run by Playwright (`npm run e2e`). */
export default defineConfig({
  test: {
    // Times are those after which something hangs, on a busy machine too: no test is about how long it takes.
    // By itself one core is kept back, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...besideTheWindow,
          name: 'node',
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['src/renderer/**', '**/*.long.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...besideTheWindow,
          // What takes minutes: the models and their seeded bugs, real histories, every page of the kit. Not part of
          // `npm test`; `npm run test:long` has them.
          name: 'long',
          include: folders.map((folder) => `${folder}/**/*.long.test.ts`),
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'window',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/patient-window.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
