import { createTestApp, nextRequestId, type TestApp } from '../../test/support/create-test-app.ts';

/** Folds every day that ended, and puts the log's head beside the file. */
export async function closeAllDays(folder: string): Promise<void> {
  const test = createTestApp({ folder, strict: false });
  await closeDays(test);
  await test.close();
}

/** The same for an open one; answers in how many slices. */
export async function closeDays({ app }: TestApp): Promise<number> {
  let slices = 0;
  for (;;) {
    const reply = await app.ask({ kind: 'system' }, 'reports.close', {}, nextRequestId());
    if (!reply.ok) throw new Error(reply.error.code);
    if (reply.value.days === 0) return slices;
    slices += 1;
  }
}
