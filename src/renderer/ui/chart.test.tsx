import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Chart, type ChartSeries } from './chart.tsx';
import { paperPaint } from './chart-colours.ts';
import { chartConfiguration } from './chart-configuration.ts';
import { renderUi } from './render-ui.tsx';

afterEach(cleanup);

const series: readonly ChartSeries[] = [
  { name: 'This week', values: [100, 250], role: 'strong' },
  { name: 'Last week', values: [90, 300], role: 'compare' },
];
const labels = ['Mon 16', 'Tue 17'];
const formatValue = (value: number) => `€${value}`;
const data = { kind: 'bar', labels, series, formatValue, formatAxis: formatValue } as const;

it('a chart says what it shows, reads its figures by key, and is a table one key away', () => {
  renderUi(<Chart {...data} label="Sales of each day" labelName="Day" />);
  const picture = screen.getByRole('img', { name: 'Sales of each day' });
  fireEvent.keyDown(picture, { key: 'ArrowRight' });
  expect(screen.getByRole('status').textContent).toBe('Mon 16: This week €100, Last week €90');
  fireEvent.keyDown(picture, { key: 'ArrowRight' });
  fireEvent.keyDown(picture, { key: 'ArrowRight' });
  expect(screen.getByRole('status').textContent).toBe('Tue 17: This week €250, Last week €300');
  fireEvent.keyDown(picture, { key: 't' });
  const table = screen.getByRole('table', { name: 'Sales of each day' });
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual(['DayThis weekLast week', 'Mon 16€100€90', 'Tue 17€250€300']);
  fireEvent.click(screen.getByText('Show as chart'));
  expect(screen.getByRole('img', { name: 'Sales of each day' })).toBeTruthy();
});

it('a figure opens what it is made of, by Enter or by a button in the table', () => {
  const opened: number[] = [];
  const onOpen = (index: number) => opened.push(index);
  const openLabel = (label: string) => `Orders of ${label}`;
  renderUi(<Chart {...data} label="Sales" labelName="Day" onOpen={onOpen} openLabel={openLabel} />);
  const picture = screen.getByRole('img', { name: 'Sales' });
  fireEvent.keyDown(picture, { key: 'Enter' });
  expect(opened).toEqual([]);
  fireEvent.keyDown(picture, { key: 'ArrowLeft' });
  fireEvent.keyDown(picture, { key: 'Enter' });
  fireEvent.keyDown(picture, { key: 't' });
  fireEvent.click(screen.getByRole('button', { name: 'Orders of Mon 16' }));
  expect(opened).toEqual([1, 0]);
});

it('the axis turns round where writing runs right to left', () => {
  const scales = (direction: 'ltr' | 'rtl') =>
    chartConfiguration({ ...data, label: '', labelName: '' }, paperPaint(direction)).options
      ?.scales as Record<string, Record<string, unknown>>;
  expect([scales('ltr').x?.reverse, scales('ltr').y?.position]).toEqual([false, 'left']);
  expect([scales('rtl').x?.reverse, scales('rtl').y?.position]).toEqual([true, 'right']);
});

it('bars of one label stay together where there are few labels', () => {
  const thickness = (labels: number, ...roles: ('strong' | 'compare')[]) => {
    const series = roles.map((role) => ({ name: role, role, values: Array<number>(labels).fill(1) }));
    const drawn = { ...data, label: '', labelName: '', labels: Array<string>(labels).fill('Mon'), series };
    return chartConfiguration(drawn, paperPaint('ltr')).data.datasets.map((one) => 'barThickness' in one);
  };
  expect(thickness(1, 'strong', 'compare')).toEqual([true, true]);
  expect(thickness(4, 'strong', 'compare')).toEqual([false, false]);
  expect(thickness(1, 'strong')).toEqual([false]);
});
