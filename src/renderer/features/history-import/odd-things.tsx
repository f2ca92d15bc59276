import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './history-preview-step.module.css';
import type { HistoryPreview, HistoryState } from './history-state.ts';
import type { History } from './use-history.ts';

type Odd = HistoryPreview['odd'][number];
type OddThingsProps = { readonly history: History; readonly preview: HistoryPreview };

/** Said already in what stays, or asked and answered. */
function isTold({ code, params }: Odd, { choices }: HistoryState): boolean {
  if (code === 'known-orders' || code === 'no-stock' || code === 'no-tax') return true;
  if (code === 'tax-unsure') return choices.pricesIncludeTax !== undefined;
  if (code !== 'amounts-whole') return false;
  const slot = params.slot;
  return Object.entries(choices.files ?? {}).some(
    ([of, { amountsIn }]) => of === slot && amountsIn !== undefined,
  );
}

/** What is odd about the files: first what a person should look at, then what is good to know. */
export function OddThings({ history, preview }: OddThingsProps) {
  const text = useText();
  const odd = preview.odd.filter((one) => !isTold(one, history.state));
  const look = odd.filter(({ needsLook }) => needsLook);
  const known = odd.filter(({ needsLook }) => !needsLook);
  return (
    <div className={styles.facts}>
      {look.length > 0 && (
        <Card title={text('history-screen.look-at')}>
          <div className={styles.look}>
            <OddList odd={look} />
            <Button size="small" onPress={() => history.session.goBack()}>
              {text('history-screen.change-reading')}
            </Button>
          </div>
        </Card>
      )}
      {known.length > 0 && (
        <Card title={text('history-screen.good-to-know')}>
          <OddList odd={known} />
        </Card>
      )}
    </div>
  );
}

function OddList({ odd }: { readonly odd: readonly Odd[] }) {
  const text = useText();
  const say = text as unknown as (key: string, params: Odd['params']) => string;
  return (
    <ul className={styles.list}>
      {odd.map((one) => (
        <li key={`${one.code} ${JSON.stringify(one.params)}`}>
          {say(`history-import.odd.${one.code}`, one.params)}
        </li>
      ))}
    </ul>
  );
}
