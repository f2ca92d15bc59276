import { useState } from 'react';
import { useApp } from './app-context.tsx';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Dialog } from './dialog.tsx';
import { useErrorText } from './error-text.ts';
import styles from './export-dialog.module.css';
import { ProblemNote } from './problem-note.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Segmented } from './segmented.tsx';
import { toast } from './toast-queue.ts';

/** What the person wants of the file. */
export type ExportChoice = {
  /** All columns that there are, not only those shown. */
  readonly allColumns: boolean;
  /** A row for each line, where rows have several. */
  readonly perLine: boolean;
  readonly withCost: boolean;
};

type Saved = { readonly saved: boolean; readonly fileName: string; readonly rows: number };

type ExportDialogProps = {
  readonly list: 'orders' | 'products' | 'customers';
  /** Rows may be split by their lines. */
  readonly hasLines?: boolean;
  /** Lines may say what the goods cost: the person may see profit. */
  readonly hasCost?: boolean;
  readonly busy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly error: unknown;
  readonly onSave: (choice: ExportChoice, onSaved: (saved: Saved) => void) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
};

/** Saves what a list shows as a table of its own; where, the person is asked after. */
export function ExportDialog(props: ExportDialogProps) {
  const { list, busy, error, onSave, onStop, onClose } = props;
  const { text } = useApp();
  const errorText = useErrorText();
  const [choice, setChoice] = useState<ExportChoice>(first);
  const save = () =>
    onSave(choice, ({ saved, fileName, rows }) => {
      if (!saved) return;
      toast(text('lists.saved', { file: fileName, count: rows }), { tone: 'positive' });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={text(`lists.export-title-${list}`)}
      busy={busy}
      onSubmit={busy ? undefined : save}
      footer={
        <>
          <Button onPress={busy ? onStop : onClose}>{text(busy ? 'lists.cancel' : 'ui.cancel')}</Button>
          <Button variant="primary" type="submit" pending={busy} autoFocus>
            {text('lists.save')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.help}>{text('lists.export-help')}</p>
        <Choices {...props} choice={choice} onChange={(change) => setChoice({ ...choice, ...change })} />
        {error !== null && error !== undefined && !busy && (
          <ProblemNote title={text('lists.refused')}>{errorText(error)}</ProblemNote>
        )}
        {busy && <HowFar progress={props.progress} />}
      </div>
    </Dialog>
  );
}

const first: ExportChoice = { allColumns: false, perLine: false, withCost: false };

type ChoicesProps = Pick<ExportDialogProps, 'hasLines' | 'hasCost'> & {
  readonly choice: ExportChoice;
  readonly onChange: (change: Partial<ExportChoice>) => void;
};

function Choices({ hasLines = false, hasCost = false, choice, onChange }: ChoicesProps) {
  const { text } = useApp();
  return (
    <>
      {hasLines && (
        <div className={styles.choice}>
          <span className={styles.label}>{text('lists.export-rows')}</span>
          <Segmented
            label={text('lists.export-rows')}
            choices={[
              { key: 'row', label: text('lists.per-order') },
              { key: 'line', label: text('lists.per-line') },
            ]}
            value={choice.perLine ? 'line' : 'row'}
            onChange={(rows) => onChange({ perLine: rows === 'line' })}
          />
        </div>
      )}
      <div className={styles.choice}>
        <span className={styles.label}>{text('lists.export-columns')}</span>
        <Segmented
          label={text('lists.export-columns')}
          choices={[
            { key: 'shown', label: text('lists.columns-shown') },
            { key: 'all', label: text('lists.columns-all') },
          ]}
          value={choice.allColumns ? 'all' : 'shown'}
          onChange={(columns) => onChange({ allColumns: columns === 'all' })}
        />
      </div>
      {hasCost && choice.perLine && (
        <Checkbox
          checked={choice.withCost}
          onChange={(withCost) => onChange({ withCost })}
          description={text('lists.with-cost-help')}
        >
          {text('lists.with-cost')}
        </Checkbox>
      )}
    </>
  );
}

function HowFar({ progress }: Pick<ExportDialogProps, 'progress'>) {
  const { text, format } = useApp();
  const isKnown = progress !== null && progress.total > 0;
  return (
    <ProgressBar
      label={text('lists.saving')}
      value={isKnown ? progress.done : null}
      most={isKnown ? progress.total : 1}
      words={
        isKnown
          ? text('lists.saving-part', {
              done: format.number(progress.done),
              total: format.number(progress.total),
            })
          : undefined
      }
    />
  );
}
