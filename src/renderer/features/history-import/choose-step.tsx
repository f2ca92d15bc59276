import { Receipt, Users, Wallet } from 'lucide-react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import styles from './choose-step.module.css';
import { HistoryRefusal } from './history-refusal.tsx';
import { sortFiles } from './sort-files.ts';
import type { History } from './use-history.ts';

/** Mebibytes; what main takes at most. */
const mostMegabytes = 512;

const kinds = [
  { key: 'sales', Icon: Receipt },
  { key: 'payments', Icon: Wallet },
  { key: 'customers', Icon: Users },
] as const;

type ChooseStepProps = { readonly history: History; readonly onChoose: () => void };

/** Step 1: the files by drop or dialog, and what each of them is good for. */
export function ChooseStep({ history, onChoose }: ChooseStepProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.step}>
      <HistoryRefusal history={history} />
      <DropZone
        label={text('history-screen.drop')}
        description={text('history-screen.drop-more', { most: format.number(mostMegabytes) })}
        onDropAll={(files) => history.session.begin(sortFiles(files))}
        onChoose={onChoose}
      />
      <section aria-labelledby="history-files">
        <h2 id="history-files" className={styles.title}>
          {text('history-screen.which-files')}
        </h2>
        <ul className={styles.kinds}>
          {kinds.map(({ key, Icon }) => (
            <li key={key} className={styles.kind}>
              <Icon aria-hidden="true" />
              <h3 className={styles.name}>{text(`history-screen.file-${key}`)}</h3>
              <p className={styles.more}>{text(`history-screen.file-${key}-more`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.safe}>{text('history-screen.safe')}</p>
    </div>
  );
}
