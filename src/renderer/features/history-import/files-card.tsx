import { useId, useRef } from 'react';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './files-card.module.css';
import { filePreview, isBusy } from './history-state.ts';
import { csvEndings } from './history-words.ts';
import type { History } from './use-history.ts';

type FilesCardProps = { readonly history: History };

/** The files that are joined: the sales, and what second ones add to them. */
export function FilesCard({ history }: FilesCardProps) {
  const text = useText();
  const { leftAside } = history.state;
  return (
    <Card title={text('history-screen.files')}>
      {leftAside.length > 0 && (
        <Note tone="warning">
          {text('history-screen.left-aside', { count: leftAside.length, files: leftAside.join(', ') })}
        </Note>
      )}
      <ul className={styles.files}>
        {(['sales', 'payments', 'customers'] as const).map((slot) => (
          <FileOf key={slot} history={history} slot={slot} />
        ))}
      </ul>
    </Card>
  );
}

function FileOf({ history, slot }: FilesCardProps & { readonly slot: HistorySlot }) {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { state, session } = history;
  const given = state.files[slot];
  const read = filePreview(state, slot);
  const joined = useJoined(history, slot);
  const choose = () => input.current?.click();
  return (
    <li className={styles.file} aria-labelledby={id}>
      <FileInput
        inputRef={input}
        accept={csvEndings}
        onChoose={([file]) => file && session.addFile(slot, file)}
      />
      <h3 id={id} className={styles.kind}>
        {text(`history-screen.file-${slot}`)}
      </h3>
      {given === undefined ? (
        <p className={styles.more}>{text(`history-screen.add-${slot}-when`)}</p>
      ) : (
        <div className={styles.facts}>
          <span className={styles.name} dir="auto" title={given.name}>
            {given.name}
          </span>
          {read !== null && (
            <span className={styles.more}>{text('history-screen.rows', { count: read.rowCount })}</span>
          )}
          {joined !== null && <span className={styles.more}>{joined}</span>}
        </div>
      )}
      {slot !== 'sales' && (
        <div className={styles.actions}>
          {given === undefined ? (
            <Button size="small" onPress={choose} disabled={isBusy(state)}>
              {text(`history-screen.add-${slot}`)}
            </Button>
          ) : (
            <Button size="small" onPress={() => session.dropFile(slot)} disabled={isBusy(state)}>
              {text(`history-screen.drop-${slot}`)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** How a second file fits the sales; null where that is not known yet. */
function useJoined({ state: { preview, isStale } }: History, slot: HistorySlot): string | null {
  const text = useText();
  if (preview === null || isStale) return null;
  const { payments, customers } = preview.joins;
  if (slot === 'payments' && payments !== null)
    return text('history-screen.payments-fit', { count: payments.matched, rows: payments.rows });
  if (slot === 'customers' && customers !== null)
    return text('history-screen.customers-fit', { count: customers.matched, rows: customers.rows });
  return null;
}
