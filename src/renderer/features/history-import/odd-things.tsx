import { useApp, useText } from '../../ui/app-context.tsx';
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
            <OddList odd={look.filter(({ code }) => code !== 'status-unknown')} />
            <UnknownStatuses odd={look.filter(({ code }) => code === 'status-unknown')} />
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

/** A file may have a hundred words that nobody knows: they are one sentence. */
function UnknownStatuses({ odd }: { readonly odd: readonly Odd[] }) {
  const { text, format } = useApp();
  if (odd.length === 0) return null;
  const words = odd.map(({ params }) => text('history-screen.quoted', { word: String(params.status) }));
  const named = words.slice(0, 5);
  const more = words.length - named.length;
  const statuses =
    more > 0 ? text('history-screen.and-more', { names: named.join(', '), count: more }) : format.list(named);
  return <p>{text('history-screen.unknown-statuses', { count: odd.length, statuses })}</p>;
}

function OddList({ odd }: { readonly odd: readonly Odd[] }) {
  const text = useText();
  const say = text as unknown as (key: string, params: Odd['params']) => string;
  if (odd.length === 0) return null;
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
