import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderUi } from './render-ui.tsx';
import { ShareBars, type ShareRow } from './share-bars.tsx';

afterEach(cleanup);

const rows: readonly ShareRow[] = [
  {
    name: 'Cash',
    part: 0.75,
    figure: '€30.00',
    share: '75.0%',
    back: { part: 0.05, words: '€2.00 went back' },
  },
  { name: 'Card', part: 0.25, figure: '€10.00', share: '25.0%', back: null },
];

it('each share is read with its name, figure and what went back, and opens by Enter or a press', () => {
  const opened: number[] = [];
  renderUi(<ShareBars label="How customers paid" rows={rows} onOpen={(index) => opened.push(index)} />);
  const list = screen.getByRole('listbox', { name: 'How customers paid' });
  const current = () =>
    document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent;
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(opened).toEqual([]);
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  expect(current()).toBe('Cash€30.0075.0%€2.00 went back');
  fireEvent.keyDown(list, { key: 'End' });
  expect(current()).toBe('Card€10.0025.0%');
  fireEvent.keyDown(list, { key: 'Enter' });
  fireEvent.click(screen.getByRole('option', { name: /Cash/u }));
  expect(opened).toEqual([1, 0]);
});
