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

const drawn = { label: 'How customers paid', rows, total: '€40.00' };

it('each share is read with its name, figure and what went back, and opens by Enter or a press', () => {
  const opened: number[] = [];
  renderUi(<ShareBars {...drawn} onOpen={(index) => opened.push(index)} />);
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

it('says aloud which share is the largest, which the smallest, and what all come to', () => {
  renderUi(<ShareBars {...drawn} />);
  const list = screen.getByRole('listbox', { name: 'How customers paid' });
  expect(document.getElementById(list.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Highest: Cash, €30.00, 75.0%. Lowest: Card, €10.00, 25.0%. Total: €40.00. Press up and down to read each share.',
  );
});
