import { damaged } from './picture-limits.ts';

/** A browser writes some hundred bytes; a printer's profile would be hundreds of thousands. */
const mostBytes = 4096;

/** Whether the bytes are a colour profile, as browsers add it, and nothing else. @throws AppError `picture-damaged`. */
export function checkProfile(bytes: Buffer): void {
  const isProfile =
    bytes.length >= 132 &&
    bytes.length <= mostBytes &&
    bytes.readUInt32BE(0) === bytes.length &&
    bytes.toString('latin1', 36, 40) === 'acsp';
  if (!isProfile) throw damaged('no colour profile');
}
