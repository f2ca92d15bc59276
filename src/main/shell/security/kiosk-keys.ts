/** A key as Electron tells of it before the page hears it. */
export type KioskInput = {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
};

/** What people who type need of the keys with Control or Command: the clipboard, undo, the whole text. */
const editing = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'y',
  'arrowleft',
  'arrowright',
  'backspace',
  'delete',
  'home',
  'end',
]);

/** Keys that belong to the browser or the system rather than to a page that somebody shops at. */
const never = /^(?:f(?:[1-9]|1\d|2[0-4])|browser\w+|launch\w+|contextmenu|printscreen|print|help|meta|os)$/;

/**
 * Whether a key stays out of the customers' page. Not a list of dangers but of what is allowed with Control: reload,
 * print, open, save, source, close, quit, new windows, zoom and developer tools are all among the rest.
 */
export function isKeptFromKiosk({ key, control, meta, alt, shift }: KioskInput): boolean {
  const pressed = key.toLowerCase();
  if (never.test(pressed)) return true;
  if (shift && pressed === 'f10') return true;
  // Control and Alt together write letters on many keyboards (AltGr).
  if (control && alt) return pressed.length > 1;
  if (alt) return pressed.length > 1 && pressed !== 'alt' && pressed !== 'altgraph';
  if (control || meta)
    return !(editing.has(pressed) && !shift) && pressed !== 'control' && pressed !== 'shift';
  return false;
}
