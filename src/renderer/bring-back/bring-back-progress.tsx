import { useCommand } from '../bridge/use-command.ts';
import type { Progress } from '../bridge/use-progress.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './bring-back.module.css';
import type { BringBackAt } from './bring-back.tsx';

type BringBackProgressProps = {
  readonly at: BringBackAt;
  readonly label: string;
  /** Null until main has said something. */
  readonly progress: Progress | null;
};

/** How far opening a file is, and the way to stop it: everything is still as it was. */
export function BringBackProgress({ at, label, progress }: BringBackProgressProps) {
  const { text, format } = useApp();
  const here = useCommand('backups.cancel');
  const first = useCommand('setup.cancelRestore');
  const cancel = at === 'first' ? first : here;
  const share = progress === null ? null : progress.done / Math.max(1, progress.total);
  const done = share === null ? null : format.number(Math.floor(share * 100));
  return (
    <div className={styles.form}>
      <ProgressBar
        label={label}
        value={share}
        words={done === null ? undefined : text('bring-back.percent', { done })}
      />
      <div>
        <Button onPress={() => cancel.mutate({})} pending={cancel.isPending}>
          {text('bring-back.stop')}
        </Button>
      </div>
    </div>
  );
}
