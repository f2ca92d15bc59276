import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { HeatMap } from './heat-map.tsx';
import { renderUi } from './render-ui.tsx';

afterEach(cleanup);

const euros = (value: number) => `€${value}`;
const drawn = {
  label: 'Sales by weekday and hour',
  rowNames: ['Monday', 'Tuesday'],
  columnNames: ['9', '10', '11'],
  cells: [
    [
      { value: 10, words: 'Monday, 9: €10' },
      { value: 70, words: 'Monday, 10: €70' },
      { value: null, words: 'Monday, 11: nothing sold' },
    ],
    [
      { value: 5, words: 'Tuesday, 9: €5' },
      { value: 0, words: 'Tuesday, 10: €0' },
      { value: 30, words: 'Tuesday, 11: €30' },
    ],
  ],
  formatValue: euros,
};

it('is one stop of the Tab key, walked by arrows, its figure in words, and opens by Enter', () => {
  const opened: (readonly [number, number])[] = [];
  renderUi(<HeatMap {...drawn} onOpen={(row, column) => opened.push([row, column])} />);
  const grid = screen.getByRole('grid', { name: 'Sales by weekday and hour' });
  const stops = () => screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0);
  expect(stops().map((cell) => cell.ariaLabel ?? cell.getAttribute('aria-label'))).toEqual([
    'Monday, 9: €10',
  ]);
  fireEvent.keyDown(grid, { key: 'ArrowRight' });
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Tuesday, 11: €30');
  expect(screen.getByText('Tuesday, 11: €30')).toBeTruthy();
  fireEvent.keyDown(grid, { key: 'Enter' });
  fireEvent.click(screen.getByRole('gridcell', { name: 'Monday, 10: €70' }));
  expect(opened).toEqual([
    [1, 2],
    [0, 1],
  ]);
  expect(stops()).toHaveLength(1);
});

it('writes all figures in by T, and takes them out again', () => {
  renderUi(<HeatMap {...drawn} />);
  const grid = screen.getByRole('grid');
  const written = () => screen.getAllByRole('gridcell').map((cell) => cell.textContent);
  expect(written()).toEqual(['', '', '', '', '', '']);
  fireEvent.keyDown(grid, { key: 't' });
  expect(written()).toEqual(['€10', '€70', '', '€5', '', '€30']);
  fireEvent.keyDown(grid, { key: 't' });
  expect(written().join('')).toBe('');
});

it('says aloud which field is the highest, which the lowest, and what all come to', () => {
  renderUi(<HeatMap {...drawn} />);
  const grid = screen.getByRole('grid');
  expect(document.getElementById(grid.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Highest: Monday, 10, €70. Lowest: Tuesday, 10, €0. Total: €115. Press the arrow keys to read each field, T to see all figures.',
  );
});
