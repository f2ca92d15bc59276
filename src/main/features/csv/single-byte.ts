import type { Steps } from './steps.ts';

/** The encodings in which one byte is one character. */
export type SingleByteEncoding = 'windows-1252' | 'mac-roman';

/**
 * Characters of bytes 0x80 to 0xFF. Kept here because a runtime's own decoder depends on which ICU data
 * it was built with, and a shop's catalogue must not. The five bytes that Windows-1252 leaves open are
 * the C1 controls, as browsers read them.
 */
const upperHalf: Readonly<Record<SingleByteEncoding, string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'mac-roman':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

function codesOf(encoding: SingleByteEncoding): Uint16Array {
  const codes = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    codes[byte] = byte < 128 ? byte : upperHalf[encoding].charCodeAt(byte - 128);
  }
  return codes;
}

const codes = { 'windows-1252': codesOf('windows-1252'), 'mac-roman': codesOf('mac-roman') };

/** The UTF-16 unit that a byte stands for. */
export function singleByteCode(byte: number, encoding: SingleByteEncoding): number {
  return codes[encoding][byte & 255] ?? 0;
}

/** Text of some bytes; any cut between bytes is a cut between characters. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const table = codes[encoding];
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) units[index] = table[bytes[index] ?? 0] ?? 0;
  const littleEndian = Buffer.from(units.buffer);
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) littleEndian.swap16();
  return littleEndian.toString('utf16le');
}

const commonLetters = /[éèêàâçîïôûùëüöäßñáíóúãõåøæœ]/;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;
const letter = /\p{L}/u;
const currency = /[€£¥¢]/;
const typography = /[‘’“”–—…«»„‚‹›•·®©™°×½¼¾²³º\u00a0ªµ§¡¿]/;
/** Signs that both tables hold but that a shop hardly ever writes. */
const rare = /[\u0080-\u009f\uf8ff∞∂∑∏π∫Ω√≈∆◊ﬁﬂ˘˙˚˛ˇ˝ıˆ˜¯¸¨´¬¤¦ƒ≠≤≥⁄‰‡†ÿŸÐÞðþ]/;

/** How well one character fits between its neighbours: above zero when a person would write it so. */
function plausibility(before: string, character: string, after: string): number {
  if (rare.test(character)) return letter.test(before) && lower.test(character) ? -1 : -4;
  if (commonLetters.test(character)) return letter.test(before) || letter.test(after) ? 3 : 1;
  if (lower.test(character)) return letter.test(before) || letter.test(after) ? 1 : 0;
  if (upper.test(character)) {
    if (lower.test(before)) return -4;
    if (upper.test(before) || upper.test(after)) return 3;
    return letter.test(after) ? 1 : -2;
  }
  const between = letter.test(before) && letter.test(after);
  if (character === '…' && letter.test(after)) return 0;
  if (currency.test(character)) return between ? -3 : 2;
  if (typography.test(character)) return between && !/[’·\u00ad–—]/.test(character) ? -3 : between ? -1 : 2;
  return between ? -3 : 0;
}

/** Bytes above 0x7F that are looked at; more change the guess no more. */
const mostLooked = 4_000;
const lookedPerStep = 200;
const bytesPerStep = 1024 * 1024;

/**
 * Which of the two tables the bytes above 0x7F were written with, told by how letters sit in words: read
 * with the wrong table `café` ends in a capital È and `größe` holds signs that nobody writes. Windows-1252
 * when nothing speaks for either. Old Mac line ends (CR alone) count a little.
 */
export function* guessSingleByteSteps(bytes: Uint8Array): Steps<SingleByteEncoding> {
  const scores = { 'windows-1252': 0, 'mac-roman': 0 };
  let looked = 0;
  for (let index = 0; index < bytes.length && looked < mostLooked; index += 1) {
    if (index % bytesPerStep === bytesPerStep - 1) yield 0;
    if ((bytes[index] ?? 0) < 128) continue;
    looked += 1;
    for (const encoding of ['windows-1252', 'mac-roman'] as const) {
      const at = (place: number) => {
        const byte = bytes[place];
        return byte === undefined ? '' : String.fromCharCode(singleByteCode(byte, encoding));
      };
      scores[encoding] += plausibility(at(index - 1), at(index), at(index + 1));
    }
    if (looked % lookedPerStep === 0) yield 0;
  }
  const start = bytes.subarray(0, 65_536);
  if (looked > 0 && start.includes(13) && !start.includes(10)) scores['mac-roman'] += 2;
  return scores['mac-roman'] > scores['windows-1252'] ? 'mac-roman' : 'windows-1252';
}
