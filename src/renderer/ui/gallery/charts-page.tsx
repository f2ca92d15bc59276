import { money } from '../../../shared/domain/money.ts';
import { useFormat } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Chart, type ChartSeries } from '../chart.tsx';
import { Figure } from '../figure.tsx';
import { List } from '../list.tsx';
import { MoneyText } from '../money-text.tsx';
import { PageHeader } from '../page-header.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import styles from './gallery.module.css';

const days = ['Mon 16', 'Tue 17', 'Wed 18', 'Thu 19', 'Fri 20', 'Sat 21', 'Sun 22'];
const week = [84_200, 91_050, 79_900, 102_300, 143_250, 188_100, 96_400];
const weekBefore = [80_100, 85_000, 88_200, 95_300, 120_000, 170_400, 101_900];
const sales: readonly ChartSeries[] = [
  { name: 'This week', values: week, role: 'strong' },
  { name: 'Last week', values: weekBefore, role: 'compare' },
];
const tenders = ['Cash', 'Card', 'UPI', 'Voucher'];
const tenderSeries: readonly ChartSeries[] = [
  { name: 'Sales', values: [412_300, 298_100, 61_200, 13_600], role: 'strong' },
];
const trend = { values: week, label: 'Rising towards Saturday' };
const lowStock = [
  { id: '1', name: 'Oat milk 1 l', left: '2 left' },
  { id: '2', name: 'Ethiopia Yirgacheffe, washed, whole bean, 1 kg bag for the counter', left: '0 left' },
];

export function ChartsPage() {
  const format = useFormat();
  const formatValue = useFormatValue();
  const chart = { formatValue, formatAxis: formatValue, labels: days, labelName: 'Day' };
  return (
    <>
      <PageHeader title="Dashboard" subtitle="Sunday 22 November" />
      <div className={styles.figures}>
        <Figure
          label="Sales today"
          value={format.money(money(96_400))}
          comparison={{ direction: 'down', change: '5 %', comparedWith: 'on last Sunday', welcome: false }}
          trend={trend}
        />
        <Figure
          label="Orders today"
          value="42"
          comparison={{ direction: 'up', change: '3', comparedWith: 'on last Sunday', welcome: true }}
          trend={trend}
        />
        <Figure
          label="Average order value"
          value={format.money(money(2295))}
          comparison={{ direction: 'same', change: '', comparedWith: 'as last Sunday' }}
          trend={trend}
        />
        <Figure label="Low stock" value={null} href="#/products" />
      </div>
      <div className={styles.columns}>
        <Card title="Sales this week">
          <Chart
            kind="bar"
            label="Sales of each day of this week against the week before"
            series={sales}
            {...chart}
          />
        </Card>
        <Card title="Average order value">
          <Chart kind="line" label="Average order value of each day" series={sales} {...chart} />
        </Card>
        <Card title="By tender">
          <Chart
            {...chart}
            kind="doughnut"
            label="Sales by tender"
            labelName="Tender"
            labels={tenders}
            series={tenderSeries}
          />
        </Card>
        <Card title="Runs out" flush>
          <List
            label="Products that run out"
            items={lowStock}
            itemKey={(item) => item.id}
            onOpen={() => {}}
            action={() => <Button size="small">Restock</Button>}
          >
            {(item) => (
              <span>
                {item.name}, {item.left}
              </span>
            )}
          </List>
        </Card>
        <Card title="Progress">
          <div className={styles.stack}>
            <ProgressBar label="Reading products" value={1200} most={4000} words="1,200 of 4,000 rows" />
            <ProgressBar label="Making a backup" value={null} />
            <MoneyText amount={money(1078)} size="total" />
            <MoneyText amount={money(-4250)} size="large" />
          </div>
        </Card>
      </div>
    </>
  );
}

function useFormatValue() {
  const { compactMoney } = useFormat();
  return compactMoneyOf(compactMoney);
}

const known = new WeakMap<object, (value: number) => string>();

/** The same function for the same format, so that charts are not drawn anew on each render. */
function compactMoneyOf(
  compactMoney: (amount: ReturnType<typeof money>) => string,
): (value: number) => string {
  const made = known.get(compactMoney) ?? ((value: number) => compactMoney(money(Math.trunc(value))));
  known.set(compactMoney, made);
  return made;
}
