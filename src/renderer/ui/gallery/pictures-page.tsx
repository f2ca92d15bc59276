import { useEffect, useState } from 'react';
import { money } from '../../../shared/domain/money.ts';
import { useApp, useFormat } from '../app-context.tsx';
import { Card } from '../card.tsx';
import { Chart, type ChartSeries } from '../chart.tsx';
import { paperPaint } from '../chart-colours.ts';
import { chartPaper } from '../chart-paper.ts';
import type { DrawnChart } from '../chart-types.ts';
import { type DrawnHeat, HeatMap } from '../heat-map.tsx';
import { heatPaper } from '../heat-paper.ts';
import { PageHeader } from '../page-header.tsx';
import { drawPaper } from '../paper-picture.ts';
import { ShareBars, type ShareRow } from '../share-bars.tsx';
import { sharePaper } from '../share-paper.ts';
import styles from './gallery.module.css';

const products = [
  'Flat white',
  'Ethiopia Yirgacheffe, washed, whole bean, 1 kg bag for the counter and the shelf',
  'Carrot cake',
  'Oat milk 1 l',
];
const goods: readonly ChartSeries[] = [
  { name: 'Goods', values: [412_300, 298_100, 61_200, 13_600], role: 'strong' },
  { name: 'Margin', values: [240_000, 120_000, 41_000, -6000], role: 'second', inset: true },
];
const movements: readonly ChartSeries[] = [
  { name: 'Stock in', values: [0, 150_000, 9000], role: 'strong' },
  { name: 'Stock out', values: [-124_000, 0, -14_000], role: 'second' },
];
const days = ['Mon 16', 'Tue 17', 'Wed 18', 'Thu 19', 'Fri 20'];
const customers: readonly ChartSeries[] = [
  { name: 'New customers', values: [4, 2, 0, 5, 3], role: 'strong' },
  { name: 'Returning customers', values: [9, 7, 11, 6, 8], role: 'second' },
  { name: 'Week before', values: [10, 10, 9, 12, 8], role: 'compare', asLine: true },
];
const outlier: readonly ChartSeries[] = [
  { name: 'Net sales', values: [1200, 900, 4_120_000, -260_000, 1500], role: 'strong' },
];
const statuses: readonly ChartSeries[] = [{ name: 'Orders', values: [14, 9, 5, 60, 11], role: 'strong' }];
const statusNames = ['Order Received', 'Shipped', 'In Transit', 'Delivered', 'Cancelled'];
const statusInks = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'].map(
  (status) => `--chart-status-${status}`,
);
const shares: readonly ShareRow[] = [
  {
    name: 'Cash',
    part: 0.334,
    figure: '€1,000.00',
    share: '33.4%',
    back: { part: 0.1, words: '€300.00 went back' },
  },
  { name: 'Card', part: 0.333, figure: '€1,000.00', share: '33.3%', back: null },
  { name: 'Voucher of the old harbour', part: 0.333, figure: '€1,000.00', share: '33.3%', back: null },
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hours = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'];
const cells = weekdays.map((weekday, row) =>
  hours.map((hour, column) => {
    const value = row === 6 ? null : ((row * 37 + column * 53) % 11) * 1200;
    return { value, words: `${weekday}, ${hour}: ${value ?? 'nothing sold'}` };
  }),
);
const shareOf = (index: number) => ['14.1%', '9.1%', '5.1%', '60.6%', '11.1%'][index] ?? '';
const whole = (value: number) => `${value}`;
const thousandths = (value: number) => `${Math.trunc(value / 1000)}`;

function useDrawn() {
  const format = useFormat();
  const [drawn] = useState(() => {
    const exact = (value: number) => format.money(money(value));
    const short = (value: number) => format.compactMoney(money(Math.trunc(value)));
    const amounts = { formatValue: exact, formatAxis: short };
    const counts = { formatValue: whole, formatAxis: whole, axisStep: 1 };
    const units = { formatValue: thousandths, formatAxis: thousandths };
    const charts: readonly DrawnChart[] = [
      {
        kind: 'ranked',
        label: 'Goods by product',
        labelName: 'Product',
        labels: products,
        series: goods,
        ...amounts,
      },
      {
        ...{
          kind: 'ranked',
          label: 'Stock movements',
          labelName: 'Why',
          labels: ['Sold', 'Received', 'Adjusted'],
        },
        ...{ series: movements, isStacked: true, ...units },
      },
      {
        ...{ kind: 'bar', label: 'Customers', labelName: 'Day', labels: days, series: customers },
        ...{ isStacked: true, ...counts },
      },
      { kind: 'bar', label: 'One huge day', labelName: 'Day', labels: days, series: outlier, ...amounts },
      {
        ...{ kind: 'doughnut', label: 'Orders by status', labelName: 'Status', labels: statusNames },
        ...{ series: statuses, inks: statusInks, formatShare: shareOf, ...counts },
      },
    ];
    const heat: DrawnHeat = {
      label: 'Sales by hour',
      rowNames: weekdays,
      columnNames: hours,
      cells,
      ...amounts,
    };
    return { charts, heat };
  });
  return drawn;
}

/** What reports are drawn with, and the same as one picture on white. */
export function PicturesPage() {
  const { charts, heat } = useDrawn();
  return (
    <>
      <PageHeader title="Reports" />
      <div className={styles.columns}>
        {charts.map((chart) => (
          <Card key={chart.label} title={chart.label}>
            <Chart {...chart} />
          </Card>
        ))}
        <Card title="How customers paid">
          <ShareBars label="How customers paid" rows={shares} total="€1,960.00" />
        </Card>
      </div>
      <Card title={heat.label}>
        <HeatMap {...heat} />
      </Card>
      <Card title="On paper">
        <OnPaper charts={charts} heat={heat} />
      </Card>
    </>
  );
}

function OnPaper({ charts, heat }: ReturnType<typeof useDrawn>) {
  const { direction } = useApp();
  const [address, setAddress] = useState('');
  useEffect(() => {
    const paint = paperPaint(direction);
    const head = (title: string) => ({ title, note: null });
    const words = { little: 'Nothing', andMore: (value: string) => `${value} and more` };
    const parts = [
      ...charts.map((chart) => chartPaper(head(chart.label), chart, paint)),
      sharePaper(head('How customers paid'), shares, paint),
      heatPaper(head(heat.label), heat, words, paint),
    ];
    const drawn = document.fonts.ready.then(() =>
      drawPaper({ heading: 'Reports', range: 'Monday to Friday', parts }, paint),
    );
    void drawn.then((blob) => setAddress(URL.createObjectURL(blob)));
  }, [charts, heat, direction]);
  return address === '' ? null : <img className={styles.paper} src={address} alt="All of it on white" />;
}
