import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { RecoveryCode } from '../../ui/recovery-code.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './recover.module.css';

type NextCodeProps = {
  readonly code: string;
  readonly kept: boolean;
  readonly onKept: (kept: boolean) => void;
  /** Somebody wanted to go on without keeping it. */
  readonly judged: boolean;
  readonly onDone: () => void;
};

/** The code that takes the spent one's place, shown once. */
export function NextCode({ code, kept, onKept, judged, onDone }: NextCodeProps) {
  const text = useText();
  const errorText = useErrorText();
  const print = useCommand('documents.printRecoveryCode');
  const save = useCommand('documents.saveRecoveryCode');
  const failed = print.error ?? save.error;
  const missing = judged && !kept ? text('secrets.recovery-keep-first') : undefined;
  return (
    <div className={styles.form}>
      <header className={styles.head}>
        <h1 className={styles.title}>{text('session.recovered-title')}</h1>
        <p className={styles.intro}>{text('session.recovered')}</p>
      </header>
      <RecoveryCode
        code={code}
        printing={print.isPending}
        saving={save.isPending}
        kept={kept}
        onKept={onKept}
        problem={failed ? errorText(failed) : missing}
        onPrint={() => {
          save.reset();
          print.mutate(
            { recoveryCode: code },
            { onSuccess: () => void toast(text('secrets.recovery-printed'), { tone: 'positive' }) },
          );
        }}
        onSave={() => {
          print.reset();
          save.mutate(
            { recoveryCode: code },
            {
              onSuccess: ({ saved, fileName }) => {
                if (saved) toast(text('secrets.recovery-saved', { file: fileName }), { tone: 'positive' });
              },
            },
          );
        }}
      />
      <footer className={styles.footer}>
        <span />
        <Button variant="primary" onPress={onDone}>
          {text('session.recovered-go')}
        </Button>
      </footer>
    </div>
  );
}
