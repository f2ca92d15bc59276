import { AppError } from '../../../shared/contract/errors.ts';

/** Bytes of JSON that a cart may take: some thousand lines. */
const longestContent = 200_000;

/** A cart as it is kept. @throws AppError `too-large`. */
export function cartContent(content: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(content);
  if (Buffer.byteLength(json) > longestContent) throw new AppError('too-large', { limit: longestContent });
  return json;
}

/** A cart as the window left it. */
export function parseCartContent(json: string): unknown {
  return JSON.parse(json);
}
