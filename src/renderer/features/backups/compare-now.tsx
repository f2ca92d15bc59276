import { GitCompare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { Lost } from '../../bring-back/lost.tsx';
import { useCompare } from '../../bring-back/use-compare.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './backup-panel.module.css';

type CompareNowProps = { readonly source: RestoreSource; readonly disabledReason: string | undefined };

/** What came after a shop as it was, counted once somebody wants to know. */
export function CompareNow({ source, disabledReason }: CompareNowProps) {
  const text = useText();
  const compare = useCompare(source, false);
  const { isPending, stop } = compare;
  const leave = useRef(stop);
  useEffect(() => {
    leave.current = isPending ? stop : () => undefined;
  });
  // Whoever goes on to another row waits for nothing.
  useEffect(() => () => leave.current(), []);
  return (
    <div className={styles.form}>
      {!isPending && compare.found === null && (
        <Button icon={<GitCompare />} onPress={() => compare.begin('')} disabledReason={disabledReason}>
          {text('backups.compare')}
        </Button>
      )}
      <Lost compare={compare} />
    </div>
  );
}
