/** The application's only clock: milliseconds UTC. It is handed to `createApp`, which reads it once per call. */
export function systemClock(): number {
  return Date.now();
}

/** An instant as `2026-11-22T09:30:00.000Z`, for the log and for names of files. */
export function utcText(at: number): string {
  return new Date(at).toISOString();
}
