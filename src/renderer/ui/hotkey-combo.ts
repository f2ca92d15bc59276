type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'> & {
  readonly code?: string;
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
  // With Mod the row of digits means digits on every keyboard; a French one types them with Shift only.
  const digit = isPlainKey(event) ? undefined : /^Digit(\d)$/.exec(event.code ?? '')?.[1];
  const key = digit ?? (event.key === ' ' ? 'space' : event.key.toLowerCase());
  const shiftSaid = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key));
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return [mod && 'mod', event.altKey && 'alt', shiftSaid && 'shift', key].filter(Boolean).join('+');
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
