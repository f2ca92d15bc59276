import { createEvent, fireEvent } from '@testing-library/react';

/** Five milliseconds from key to key by the keys' own times, then Enter. */
export function typeLikeScanner(code: string): void {
  const start = performance.now();
  [...code, 'Enter'].forEach((key, index) => {
    const target = document.activeElement ?? document.body;
    const event = createEvent.keyDown(target, { key });
    Object.defineProperty(event, 'timeStamp', { value: start + index * 5 });
    fireEvent(target, event);
  });
}
