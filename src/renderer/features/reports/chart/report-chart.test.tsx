import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { sampleResult } from '../../../../../test/support/sample-results.ts';
import type { Picked } from '../../../explain/picked.ts';
import { renderUi } from '../../../ui/render-ui.tsx';
import type { PictureSource } from '../picked.ts';
import { ReportChart } from './report-chart.tsx';

afterEach(cleanup);

it('is read bar by bar, picks with Enter, tells what it shows in words, and is a table by T', async () => {
  const picked: Picked[] = [];
  const pictureRef: { current: PictureSource | null } = { current: null };
  const range = { from: 20261101, to: 20261103, by: 'day', compare: 'previous' } as const;
  const result = sampleResult('sales', range, ['netSales'], (index, _, isBefore) =>
    isBefore ? 500 : index * 1000,
  );
  renderUi(<ReportChart {...{ result, pictureRef }} by="day" onPick={(one) => picked.push(one)} />);
  const chart = await screen.findByRole('application', {
    name: 'Net sales by day, 1–3 Nov 2026',
  });
  const about = document.getElementById(chart.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(about).toContain(
    'Highest: Tuesday, 3 Nov 2026, €20.00. Lowest: Sunday, 1 Nov 2026, €0.00. Total: €30.00.',
  );
  fireEvent.keyDown(chart, { key: 'End' });
  expect(screen.getByRole('status').textContent).toBe(
    'Tuesday, 3 Nov 2026: Net sales €20.00, Before: 29–31 Oct 2026 €5.00',
  );
  fireEvent.keyDown(chart, { key: 'Enter' });
  fireEvent.keyDown(chart, { key: 'ArrowUp' });
  expect(screen.getByRole('status').textContent).toBe('Tuesday, 3 Nov 2026: Before: 29–31 Oct 2026 €5.00');
  fireEvent.keyDown(chart, { key: 'Enter' });
  expect(picked.map(({ metric, from, to }) => [metric, from, to])).toEqual([
    ['netSales', 20261103, 20261103],
    ['netSales', 20261031, 20261031],
  ]);
  fireEvent.keyDown(chart, { key: 't' });
  const table = screen.getByRole('table');
  expect(within(table).getAllByRole('row')[3]?.textContent).toBe('Tuesday, 3 Nov 2026€20.00€5.00');
  expect(document.activeElement?.contains(table)).toBe(true);
  fireEvent.keyDown(document.activeElement ?? table, { key: 't' });
  expect(await screen.findByRole('application')).toBe(document.activeElement);
  expect(pictureRef.current?.png).toBeTypeOf('function');
});
