export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
export function forget(path: string): void;
export function vitestCounts(path: string): Counts | null;
export function playwrightCounts(path: string): Counts | null;
export function writtenCounts(path: string): Counts | null;
export function judged(name: string, counts: Counts | null, code: number): Counts;
export function total(stages: readonly (readonly [name: string, counts: Counts])[]): number;
