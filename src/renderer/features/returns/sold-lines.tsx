import { PackageCheck, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { dispositions, returnReasons } from '../../../shared/domain/return-line.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useReturn } from './return-context.ts';
import { leftOf, type SoldLine } from './return-draft.ts';
import { SoldLineRow } from './sold-line-row.tsx';
import styles from './sold-lines.module.css';
import { returnKeys } from './use-return-keys.ts';

/** Up to so many lines are seen at a glance and need no search. */
const fewLines = 8;
/** Lines drawn at first, and with each further step. */
const linesAtOnce = 60;

/** What was sold, line by line, with how much of each comes back. */
export function SoldLines() {
  const text = useText();
  const { sale, draft, figures, dispatch, settle } = useReturn();
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(linesAtOnce);
  const hasSearch = sale.lines.length > fewLines;
  const found = useMemo(() => linesWith(sale.lines, words), [sale.lines, words]);
  const active = found.findIndex((line) => line.lineNo === draft.activeLineNo);
  // The line that was just scanned is drawn, however far down it stands.
  const shown = found.slice(0, Math.max(limit, active + 1));
  return (
    <section className={styles.sold} aria-label={text('returns.lines')}>
      {hasSearch && <LineSearch words={words} onType={setWords} found={found} />}
      <ForAll />
      {found.length === 0 && (
        <p className={styles.none}>{text('returns.no-line', { words: words.trim() })}</p>
      )}
      <ul className={styles.lines} aria-label={text('returns.lines')}>
        {shown.map((line, index) => (
          <SoldLineRow
            key={line.lineNo}
            line={line}
            back={draft.back[line.lineNo]}
            worth={figures.worth.get(line.lineNo) ?? null}
            active={line.lineNo === draft.activeLineNo}
            autoFocus={index === 0 && !hasSearch}
            dispatch={dispatch}
            onCommit={settle}
          />
        ))}
      </ul>
      {shown.length < found.length && (
        <div className={styles.more}>
          <Button size="small" onPress={() => setLimit(shown.length + linesAtOnce)}>
            {text('returns.more-lines', { count: Math.min(linesAtOnce, found.length - shown.length) })}
          </Button>
        </div>
      )}
      <Note />
    </section>
  );
}

/** What others should know of this return; stands on its slip. */
function Note() {
  const text = useText();
  const { draft, dispatch, settle } = useReturn();
  return (
    <TextField
      label={text('returns.note')}
      hideLabel
      placeholder={text('returns.note-hint')}
      value={draft.note}
      onChange={(note) => dispatch({ type: 'note', note })}
      onCommit={settle}
      maxLength={500}
      error={looksLikeCardNumber(draft.note) ? text('error.card-number-in-text') : undefined}
    />
  );
}

type LineSearchProps = {
  readonly words: string;
  readonly onType: (words: string) => void;
  readonly found: readonly SoldLine[];
};

/** Finds a line by name, SKU or barcode; Enter counts the first one up, as a scan would;
 * with nothing typed it goes on. */
function LineSearch({ words, onType, found }: LineSearchProps) {
  const text = useText();
  const { dispatch, settle } = useReturn();
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([
    { keys: returnKeys.find, label: text('returns.find-line'), run: () => field.current?.focus() },
  ]);
  return (
    <SearchField
      label={text('returns.find-line')}
      placeholder={text('returns.find-line')}
      keys={returnKeys.find}
      autoFocus
      value={words}
      onChange={onType}
      onCommit={() => {
        const first = found.find((line) => leftOf(line) > 0);
        if (words.trim() === '') settle();
        else if (first) dispatch({ type: 'count', line: first, up: true });
      }}
      inputRef={field}
    />
  );
}

/** Everything at once, and one reason for all. */
function ForAll() {
  const text = useText();
  const { sale, draft, figures, dispatch } = useReturn();
  return (
    <div className={styles.all}>
      <div className={styles.buttons}>
        <Button
          icon={<PackageCheck />}
          keys={returnKeys.everything}
          onPress={() => dispatch({ type: 'everything', lines: sale.lines })}
        >
          {text('returns.everything')}
        </Button>
        <Button
          variant="quiet"
          icon={<X />}
          disabled={figures.items === 0}
          onPress={() => dispatch({ type: 'nothing' })}
        >
          {text('returns.nothing')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a row */}
      <div role="group" aria-label={text('returns.for-all')} className={styles.choices}>
        <span className={styles.forAll} aria-hidden="true">
          {text('returns.for-all')}
        </span>
        <div className={styles.choice}>
          <Select
            label={text('returns.reason')}
            hideLabel
            choices={returnReasons.map((key) => ({ key, label: text(`returns.reason-${key}`) }))}
            value={draft.reason}
            onChange={(reason) => dispatch({ type: 'set-all', change: { reason } })}
          />
        </div>
        <div className={styles.choice}>
          <Select
            label={text('returns.goods')}
            hideLabel
            choices={dispositions.map((key) => ({ key, label: text(`returns.goods-${key}`) }))}
            value={draft.disposition}
            onChange={(disposition) => dispatch({ type: 'set-all', change: { disposition } })}
          />
        </div>
      </div>
    </div>
  );
}

function linesWith(lines: readonly SoldLine[], typed: string): readonly SoldLine[] {
  const words = typed.trim().toLocaleLowerCase().split(/\s+/u);
  if (words[0] === '') return lines;
  return lines.filter((line) => {
    const said = [line.name, line.sku ?? '', ...line.barcodes].join(' ').toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}
