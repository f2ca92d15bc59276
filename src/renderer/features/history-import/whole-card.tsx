import { worthFields } from '../../../shared/contract/history-choices.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Note } from '../../ui/note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import {
  asksForWhole,
  type FilePreview,
  fileChoice,
  type HistoryPreview,
  mayBeWhole,
  withFile,
} from './history-state.ts';
import styles from './questions.module.css';
import type { History } from './use-history.ts';

type WholeCardProps = { readonly history: History; readonly preview: HistoryPreview };

/** Amounts without a single decimal may be whole cents: a person says so, for everything depends on it. */
export function WholeCard({ history, preview }: WholeCardProps) {
  const { text } = useApp();
  const files = preview.files.filter((file) => mayBeWhole(history.state, file));
  if (files.length === 0) return null;
  return (
    <Card title={text('history-screen.whole')}>
      <div className={styles.questions}>
        {files.map((file) => (
          <WholeAmounts key={file.slot} history={history} file={file} />
        ))}
      </div>
    </Card>
  );
}

function WholeAmounts({ history, file }: { readonly history: History; readonly file: FilePreview }) {
  const { text, format } = useApp();
  const { state, session } = history;
  const { slot, mapping } = file;
  const asks = asksForWhole(state).includes(file);
  const column = [...worthFields, 'amount' as const].flatMap((field) => mapping[field] ?? []).at(0);
  const example = (column === undefined ? undefined : file.columnSamples[column]?.[0]) ?? '1200';
  return (
    <>
      {asks && <Note tone="warning">{text('history-screen.whole-ask', { file: file.fileName })}</Note>}
      <RadioCards
        label={text('history-screen.amounts-in', { file: file.fileName })}
        cards={(['major', 'minor'] as const).map((key) => ({
          key,
          label: text(`history-screen.amounts-${key}`),
          description: text('history-screen.amount-is', {
            written: example,
            amount: format.money(wholeAmount(example, key, format.exponent)),
          }),
        }))}
        value={asks ? null : fileChoice(state, file, 'amountsIn')}
        onChange={(amountsIn) => session.choose((choices) => withFile(choices, slot, { amountsIn }))}
      />
    </>
  );
}

/** What a written whole number is worth: so many of the currency, or so many of its least unit. */
function wholeAmount(written: string, unit: 'major' | 'minor', exponent: number): Money {
  const whole = /^\d{1,9}$/.test(written) ? Number(written) : 1200;
  return money(unit === 'major' ? whole * 10 ** exponent : whole);
}
