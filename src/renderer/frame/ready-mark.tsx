import { useEffect } from 'react';

/** Marks the document once the first real screen is there: journeys wait for it. */
export function ReadyMark() {
  useEffect(() => {
    document.body.dataset.app = 'ready';
  }, []);
  return null;
}
