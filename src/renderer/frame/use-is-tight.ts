import { useSyncExternalStore } from 'react';
import { useApp } from '../ui/app-context.tsx';

const narrow = '(width < 1100px)';

/** Whether the window is too narrow, or its text too large, for a rail with its names beside the icons. */
export function useIsTight(): boolean {
  const { textSize } = useApp();
  const isNarrow = useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
  return isNarrow || textSize === 'larger' || textSize === 'largest';
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
