/** The application's only clock: milliseconds UTC. It is handed to `createApp`, which reads it once per call. */
export function systemClock(): number {
  return Date.now();
}

/** An instant as `2026-11-22T09:30:00.000Z`, for the log. */
export function utcText(at: number): string {
  return new Date(at).toISOString();
}

/** The same to the second, as names of files can hold it: `20261122T093000Z`. */
export function stampOf(at: number): string {
  return utcText(at).replaceAll(/[-:]/gu, '').replace(/\.\d+/u, '');
}
