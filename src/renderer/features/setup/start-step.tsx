import { FileUp, Sparkles, Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './start-step.module.css';
import { StepHead } from './step-head.tsx';
import { useSampleShop } from './use-sample-shop.ts';

/** The last step: what should be on the shelves. Each card leads into the shop at once. */
export function StartStep({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const sample = useSampleShop(() => leave('/sell'));
  const leave = (path: string) => {
    navigate(path, { replace: true });
    onDone();
  };
  return (
    <div className={styles.body}>
      <StepHead title={text('setup.start-title')} intro={text('setup.start-intro')} />
      <div className={styles.cards}>
        <StartCard
          icon={<FileUp />}
          title={text('setup.start-load')}
          note={text('setup.start-load-note')}
          disabled={sample.isLoading}
          autoFocus
          onPress={() => leave('/import')}
        />
        <StartCard
          icon={<Sparkles />}
          title={text('setup.start-sample')}
          note={text('setup.start-sample-note')}
          disabled={sample.isLoading}
          onPress={sample.load}
        />
        <StartCard
          icon={<Store />}
          title={text('setup.start-empty')}
          note={text('setup.start-empty-note')}
          disabled={sample.isLoading}
          onPress={() => leave('/sell')}
        />
      </div>
      {sample.isLoading && (
        <div className={styles.loading}>
          <ProgressBar label={text('setup.sample-loading')} value={sample.share} words={sample.words} />
          <Button onPress={sample.stop} pending={sample.isStopping}>
            {text('setup.sample-cancel')}
          </Button>
        </div>
      )}
      {sample.problem !== null && (
        <p className={styles.problem} role="alert">
          {sample.problem}
        </p>
      )}
    </div>
  );
}

type StartCardProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly note: string;
  readonly disabled: boolean;
  readonly autoFocus?: boolean;
  readonly onPress: () => void;
};

function StartCard({ icon, title, note, disabled, autoFocus = false, onPress }: StartCardProps) {
  return (
    <button
      type="button"
      className={styles.card}
      disabled={disabled}
      // biome-ignore lint/a11y/noAutofocus: the step before took its focus with it
      autoFocus={autoFocus}
      onClick={onPress}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.title}>{title}</span>
      <span className={styles.note}>{note}</span>
    </button>
  );
}
