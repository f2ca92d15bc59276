import { hash } from 'node:crypto';

/** Tells one parsed input from another: the same fields in the same order give the same 22 letters. */
export function inputHash(input: unknown): string {
  return hash('sha256', JSON.stringify(input), 'base64url').slice(0, 22);
}
