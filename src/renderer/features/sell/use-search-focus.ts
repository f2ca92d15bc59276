import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to the search when a dialog has gone and left it nowhere (its button was disabled meanwhile). */
export function useSearchFocus(field: RefObject<HTMLInputElement | null>, isDialogOpen: boolean): void {
  const wasOpen = useRef(isDialogOpen);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isDialogOpen;
    wasOpen.current = isDialogOpen;
    if (!hasClosed) return;
    // The dialog gives the focus back in the next frame, where there is something to give it to.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) field.current?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, [field, isDialogOpen]);
}
