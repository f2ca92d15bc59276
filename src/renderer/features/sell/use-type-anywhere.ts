import { type RefObject, useEffect } from 'react';
import { takesTyping } from '../../ui/hotkey-combo.ts';

/** Keys that mean something to the cart when nobody types. */
const cartKeys: ReadonlySet<string> = new Set(['+', '-', '?', ' ']);

/** A letter or digit typed outside any field goes to the search: the focus gets there before the letter does. */
export function useTypeAnywhere(field: RefObject<HTMLInputElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { key } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if ([...key].length !== 1 || cartKeys.has(key) || takesTyping(event.target)) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field, isOn]);
}
