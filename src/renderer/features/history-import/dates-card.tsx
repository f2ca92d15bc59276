import { useState } from 'react';
import { dateOrders, type HistoryChoices } from '../../../shared/contract/history-choices.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Note } from '../../ui/note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import styles from './dates-card.module.css';
import { asksForDates, type FilePreview, isRemapped, withFile } from './history-state.ts';
import type { History } from './use-history.ts';

type Dates = NonNullable<FilePreview['dates']>;

/** To which days the dates come; where they can be read in more than one way, a person says which. */
export function DatesCard({ history, file }: { readonly history: History; readonly file: FilePreview }) {
  const text = useText();
  const { state } = history;
  const [isOpen, setOpen] = useState(false);
  const { dates } = file;
  if (dates === null || isRemapped(state, 'sales', 'date')) return null;
  const asks = asksForDates(state);
  const chosen = state.choices.files?.sales?.dateOrder;
  const showsChoice = dates.readings.length > 1 && (dates.isUnsure || isOpen || chosen !== undefined);
  return (
    <Card title={text('history-screen.dates')}>
      <div className={styles.dates}>
        {asks && <Note tone="warning">{text('history-screen.dates-ask')}</Note>}
        {showsChoice ? (
          <Readings history={history} dates={dates} value={asks ? null : (chosen ?? dates.order)} />
        ) : (
          <Examples dates={dates} onChange={() => setOpen(true)} />
        )}
        {dates.forms.length > 1 && <Forms forms={dates.forms} />}
      </div>
    </Card>
  );
}

function useExampleWords(): (example: Dates['examples'][number]) => string {
  const { text, format } = useApp();
  return ({ text: written, date }) => text('history-screen.date-is', { written, date: format.date(date) });
}

type ReadingsProps = {
  readonly history: History;
  readonly dates: Dates;
  readonly value: Dates['order'] | null;
};

function Readings({ history, dates, value }: ReadingsProps) {
  const text = useText();
  const words = useExampleWords();
  const inOrder = dateOrders.flatMap((order) => dates.readings.filter((one) => one.order === order));
  return (
    <RadioCards
      label={text('history-screen.dates-how')}
      cards={inOrder.map(({ order, examples }) => ({
        key: order,
        label: text(`history-screen.date-order-${order}`),
        description: examples.slice(0, 3).map(words).join(' '),
      }))}
      value={value}
      onChange={(dateOrder) =>
        history.session.choose((choices: HistoryChoices) => withFile(choices, 'sales', { dateOrder }))
      }
    />
  );
}

function Examples({ dates, onChange }: { readonly dates: Dates; readonly onChange: () => void }) {
  const text = useText();
  const words = useExampleWords();
  return (
    <>
      <ul className={styles.examples}>
        {dates.examples.slice(0, 3).map((example) => (
          <li key={example.text}>{words(example)}</li>
        ))}
      </ul>
      {dates.readings.length > 1 && (
        <div>
          <Button size="small" onPress={onChange}>
            {text('history-screen.dates-otherwise')}
          </Button>
        </div>
      )}
    </>
  );
}

/** In how many ways the dates are written, which is worth a look. */
function Forms({ forms }: Pick<Dates, 'forms'>) {
  const { text, format } = useApp();
  const words = forms.map(({ form, count }) =>
    text('history-screen.date-form', { form, count: format.number(count) }),
  );
  return <p className={styles.forms}>{text('history-screen.date-forms', { forms: format.list(words) })}</p>;
}
