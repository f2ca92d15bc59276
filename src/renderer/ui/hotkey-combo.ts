type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'> & {
  readonly code?: string;
  readonly getModifierState?: (name: string) => boolean;
};

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** `shift+mod+k` and `Mod+Shift+K` are one combination: `mod+shift+k`. */
export function parseKeys(keys: string): string {
  const parts = keys === '+' ? ['+'] : keys.split('+').map((part) => part.toLowerCase());
  const key = parts.pop() ?? '';
  return [...['mod', 'alt', 'shift'].filter((modifier) => parts.includes(modifier)), key].join('+');
}

/** The combination of a key press. Shift counts only where it does not already change the character. */
export function comboOf(event: KeyPress): string {
  if (isThirdSign(event)) return event.key.toLowerCase();
  const key = keyOfCode(event) ?? (event.key === ' ' ? 'space' : event.key.toLowerCase());
  const shiftSaid = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key));
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return [mod && 'mod', event.altKey && 'alt', shiftSaid && 'shift', key].filter(Boolean).join('+');
}

/**
 * With a modifier the row of digits means digits on every keyboard (a French one types them with Shift only), and a key
 * of another alphabet, or one of which Alt makes another sign, the letter that lies there on a Latin one.
 */
function keyOfCode(event: KeyPress): string | undefined {
  if (isPlainKey(event)) return undefined;
  const [, digit, letter] = /^(?:Digit(\d)|Key([A-Z]))$/.exec(event.code ?? '') ?? [];
  const saysLetter = /^[a-z]$/iu.test(event.key);
  return digit ?? (saysLetter ? undefined : letter?.toLowerCase());
}

/**
 * Whether the press belongs to the field that has the focus, whatever combination it is: it deletes a word of what
 * stands there, or is how a Mac types another sign.
 */
export function isTyped(event: KeyPress): boolean {
  const { target, key } = event;
  if (!takesTyping(target)) return false;
  if (key === 'Backspace' || key === 'Delete') return (target as HTMLInputElement).value !== '';
  if (isThirdSign(event)) return true;
  return isMac && event.altKey && !event.metaKey && !event.ctrlKey && (key === 'Dead' || key.length === 1);
}

/** Windows says Ctrl and Alt where AltGr types the third sign of a key. */
function isThirdSign(event: KeyPress): boolean {
  return event.ctrlKey && event.altKey && event.getModifierState?.('AltGraph') === true;
}

/** A key that a control may want for itself: no F-key and without Mod or Alt. */
export function isPlainKey(event: KeyPress): boolean {
  return !/^F\d{1,2}$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Whether typing goes into this element. */
export function takesTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute('role') === 'spinbutton') return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'file', 'submit', 'reset'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Enter and Space belong to the button or link that has the focus. */
export function usesKeyItself(event: KeyPress): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest('button, a[href], summary, [role="button"], [role="option"], [role^="menuitem"]') !==
      null
  );
}

const macSigns: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧' };
const otherSigns: Readonly<Record<string, string>> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };
const keySigns: Readonly<Record<string, string>> = {
  enter: '⏎',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: '␣',
  tab: 'Tab',
  delete: 'Del',
  backspace: '⌫',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** How a combination is printed on a key cap: `Ctrl K`, `⌘ K`, `⏎`, `F2`. */
export function keysLabel(keys: string, mac = isMac): string {
  const signs = { ...(mac ? macSigns : otherSigns), ...keySigns };
  const combo = parseKeys(keys);
  return (combo === '+' ? [combo] : combo.split('+'))
    .map((part) => signs[part] ?? (part.length === 1 || /^f\d+$/.test(part) ? part.toUpperCase() : part))
    .join(' ');
}

/** A combination as `aria-keyshortcuts` has it: `Control+K`, on a Mac `Meta+K`. */
export function ariaKeys(keys: string | undefined): string | undefined {
  return keys?.replace('Mod', isMac ? 'Meta' : 'Control');
}
