export type ToastTone = 'info' | 'positive' | 'danger';

export type Toast = {
  readonly id: number;
  /** Names the thing: "Order 1042 cancelled. 3 items went back to stock." */
  readonly message: string;
  readonly tone: ToastTone;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Milliseconds, or null until somebody dismisses it. */
  readonly staysFor: number | null;
};

const mostShown = 4;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

/**
 * Shows a notice that needs no answer. Long messages and those with an action stay longer; a problem stays
 * until it is dismissed. The same message twice is shown once, anew.
 */
export function toast(message: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number {
  const { tone = 'info', action = null } = options;
  lastId += 1;
  const staysFor = tone === 'danger' ? null : 4000 + message.length * 40 + (action ? 4000 : 0);
  const others = toasts.filter((shown) => shown.message !== message);
  change([...others, { id: lastId, message, tone, action, staysFor }].slice(-mostShown));
  return lastId;
}

export function dismissToast(id: number): void {
  change(toasts.filter((shown) => shown.id !== id));
}

export function dismissAllToasts(): void {
  change([]);
}

export function shownToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToasts(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const changed of listeners) changed();
}
