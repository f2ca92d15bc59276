import { useEffect } from 'react';
import { windowEndParameter, windowEnds } from '../../shared/contract/window-end.ts';
import { useText } from '../ui/app-context.tsx';
import { toast } from '../ui/toast-queue.ts';

/** Says once that this page stands in the place of one that died, and what became of the sale. */
export function BackAgain() {
  const text = useText();
  useEffect(() => {
    const { search, pathname, hash } = window.location;
    const given = new URLSearchParams(search).get(windowEndParameter);
    const end = windowEnds.find((one) => one === given);
    if (!end) return;
    // A page that is loaded anew by hand did not die.
    window.history.replaceState(window.history.state, '', `${pathname}${hash}`);
    toast(text(`frame.back-after-${end}`));
  }, [text]);
  return null;
}
