import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useHotkeys } from './hotkeys.ts';
import { ProgressBar } from './progress-bar.tsx';
import styles from './progress-step.module.css';

type ProgressStepProps = {
  readonly label: string;
  /** 0 to 1; null while it cannot be told. */
  readonly value: number | null;
  readonly words?: string | undefined;
  /** What holds meanwhile. */
  readonly children?: ReactNode;
  /** What the button says that ends it; Escape does the same. */
  readonly stop: string;
  readonly onStop: () => void;
};

/** A step of a wizard that only takes time: how far it is, and the way out. */
export function ProgressStep({ label, value, words, children, stop, onStop }: ProgressStepProps) {
  useHotkeys([{ keys: 'Escape', label: stop, run: onStop }]);
  return (
    <div className={styles.step}>
      <ProgressBar label={label} value={value} words={words} />
      {children !== undefined && <p className={styles.more}>{children}</p>}
      <div className={styles.actions}>
        <Button onPress={onStop} keys="Escape" autoFocus>
          {stop}
        </Button>
      </div>
    </div>
  );
}
