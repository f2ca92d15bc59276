/** Writes to stderr when STANDIN_DEBUG is set: what the stand-in does, for whoever repairs it. */
export function debug(...words: readonly unknown[]): void {
  if (process.env.STANDIN_DEBUG) console.error('[electron stand-in]', ...words);
}

/** Lets a request to Chromium go unanswered: a page that is closing refuses whatever was on its way. */
export function quietly(work: Promise<unknown>): void {
  work.catch((error: unknown) => debug(error instanceof Error ? error.message : error));
}

/** A sentence for people, once per event, on stderr, where Playwright's log and the terminal show it. */
export function say(sentence: string): void {
  process.stderr.write(`electron stand-in: ${sentence}\n`);
}
