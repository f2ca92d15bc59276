import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './columns-dialog.module.css';
import { Dialog } from './dialog.tsx';

type ColumnsDialogProps<Key extends string> = {
  /** Which column always stands first, and whatever else is to be known. */
  readonly help: string;
  readonly columns: readonly { readonly key: Key; readonly label: string }[];
  readonly chosen: ReadonlySet<Key>;
  readonly usual: ReadonlySet<Key>;
  readonly onChoose: (columns: ReadonlySet<Key>) => void;
  readonly onClose: () => void;
};

/** Which columns a list has; each shows or goes at once. */
export function ColumnsDialog<Key extends string>(props: ColumnsDialogProps<Key>) {
  const { chosen, usual, onChoose, onClose } = props;
  const text = useText();
  const toggle = (key: Key, isShown: boolean) => {
    const next = new Set(chosen);
    if (isShown) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('ui.columns')}
      size="small"
      footer={
        <>
          <Button variant="quiet" onPress={() => onChoose(usual)}>
            {text('ui.columns-usual')}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {text('ui.columns-done')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <p className={styles.help}>{props.help}</p>
        {props.columns.map(({ key, label }) => (
          <Checkbox key={key} checked={chosen.has(key)} onChange={(isShown) => toggle(key, isShown)}>
            {label}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  );
}
