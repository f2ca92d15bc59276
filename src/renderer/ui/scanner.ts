/**
 * Tells a barcode scanner from a person by the time between keys. A pure state machine: times come in
 * with the keys, so that tests need no clock.
 *
 * A scanner types a whole code with at most 35 ms between keys and ends it with Enter or Tab. The first two
 * characters pass as they are; from the third on they are held back, and given back (`replay`) when it
 * turns out that somebody only typed fast.
 */
export type ScannerKey = {
  /** Milliseconds of the key press on any steady clock (`event.timeStamp`). */
  readonly at: number;
  /** As `event.key`. */
  readonly key: string;
  /** The digit printed on the key, where it was pressed without Shift; null otherwise. */
  readonly digit: string | null;
};

export type ScannerState = {
  readonly characters: string;
  /** The same by the digits printed on the keys; null once a key had none. */
  readonly digits: string | null;
  readonly lastAt: number;
  readonly held: string;
};

export type ScannerVerdict = {
  /** Keep this key from the rest of the window. */
  readonly swallow: boolean;
  /** Held characters that were typed by a person after all. */
  readonly replay: string;
  /** The code, when this key ended one. */
  readonly code: string | null;
  /** This key may begin a code: remember what the focused field held before it. */
  readonly begins: boolean;
};

/** Longest time between two keys of one code, ms. */
export const scannerGap = 35;
/** Shortest code; shorter bursts are somebody typing. */
const shortestCode = 4;
const passedCharacters = 2;

export const idleScanner: ScannerState = { characters: '', digits: '', lastAt: -Infinity, held: '' };

const modifierKeys: ReadonlySet<string> = new Set([
  'Shift',
  'CapsLock',
  'NumLock',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
]);

export function feedScanner(
  state: ScannerState,
  key: ScannerKey,
): { readonly state: ScannerState; readonly verdict: ScannerVerdict } {
  const quick = key.at - state.lastAt <= scannerGap;
  if (modifierKeys.has(key.key)) return { state, verdict: pass };
  if ([...key.key].length === 1)
    return quick && state.characters !== '' ? goOn(state, key) : begin(state, key);
  const ends = key.key === 'Enter' || key.key === 'Tab';
  if (ends && quick && state.characters.length >= shortestCode) {
    // A scanner set for another keyboard layout sends "&é" where the keys say "12": the keys are right.
    const code = state.digits ?? state.characters;
    return { state: idleScanner, verdict: { ...pass, swallow: true, code } };
  }
  return { state: idleScanner, verdict: { ...pass, replay: state.held } };
}

/** After the longest gap without a key: gives back what was held. */
export function expireScanner(
  state: ScannerState,
  at: number,
): { readonly state: ScannerState; readonly replay: string } {
  if (at - state.lastAt <= scannerGap) return { state, replay: '' };
  return { state: idleScanner, replay: state.held };
}

const pass: ScannerVerdict = { swallow: false, replay: '', code: null, begins: false };

function begin(state: ScannerState, { at, key, digit }: ScannerKey) {
  return {
    state: { characters: key, digits: digit, lastAt: at, held: '' },
    verdict: { ...pass, replay: state.held, begins: true },
  };
}

function goOn(state: ScannerState, { at, key, digit }: ScannerKey) {
  const holds = state.characters.length >= passedCharacters;
  return {
    state: {
      characters: state.characters + key,
      digits: state.digits === null || digit === null ? null : state.digits + digit,
      lastAt: at,
      held: holds ? state.held + key : '',
    },
    verdict: { ...pass, swallow: holds },
  };
}
