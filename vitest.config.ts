import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit and use-case tests. Journeys through the built app are run by Playwright (`npm run e2e`). */
export default defineConfig({
  test: {
    // Times are those after which something hangs, on a busy machine too: no test is about how long it takes.
    // By itself one core is kept back, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Files share a process, as loading the application anew for each took a quarter of the time. No test may
          // leave anything behind: what it opens it closes, and what it changes outside of its shop it puts back. Not
          // those of the window, where a screen that is still loading as a file ends is broken for the next.
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/renderer/**', '**/node_modules/**'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
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
