import { FileDown, Printer } from 'lucide-react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './recovery-code.module.css';

type RecoveryCodeProps = {
  /** In groups, with dashes between them. */
  readonly code: string;
  readonly onPrint: () => void;
  readonly onSave: () => void;
  readonly printing: boolean;
  readonly saving: boolean;
  readonly kept: boolean;
  readonly onKept: (kept: boolean) => void;
  /** What a print or a save ran into. */
  readonly problem?: string | undefined;
};

/** The recovery code as it is shown, once: large, in groups, to be printed, saved or copied by hand. */
export function RecoveryCode(props: RecoveryCodeProps) {
  const text = useText();
  return (
    <div className={styles.paper}>
      <h2 className={styles.label}>{text('secrets.recovery-code')}</h2>
      <p className={styles.code} dir="ltr">
        {props.code.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one code never change places
          <span key={index} className={styles.group}>
            {group}
          </span>
        ))}
      </p>
      <div className={styles.actions}>
        <Button icon={<Printer />} onPress={props.onPrint} pending={props.printing}>
          {text('secrets.recovery-print')}
        </Button>
        <Button icon={<FileDown />} onPress={props.onSave} pending={props.saving}>
          {text('secrets.recovery-save')}
        </Button>
      </div>
      {props.problem !== undefined && (
        <p className={styles.problem} role="alert">
          {props.problem}
        </p>
      )}
      <Checkbox checked={props.kept} onChange={props.onKept}>
        {text('secrets.recovery-kept')}
      </Checkbox>
    </div>
  );
}
