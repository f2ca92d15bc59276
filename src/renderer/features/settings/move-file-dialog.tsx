import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './section.module.css';

type MoveFileDialogProps = {
  readonly from: string;
  readonly chosen: NonNullable<Output<'machine.chooseFolder'>>;
  readonly isAsking: boolean;
  readonly onChooseAgain: () => void;
  readonly onClose: () => void;
};

/** What will happen when the shop file is moved, what is dangerous about the place, and the verb. */
export function MoveFileDialog(props: MoveFileDialogProps) {
  const { from, chosen, isAsking, onChooseAgain, onClose } = props;
  const { path, problem, warnings, token } = chosen;
  const text = useText();
  const errorText = useErrorText();
  const move = useCommand('machine.moveShopFile');
  // Once it was taken main closes the shop and shows a page of its own.
  const isBusy = move.isPending || move.isSuccess;
  return (
    <Dialog
      open
      title={text('computer.move-title')}
      busy={isBusy}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} disabled={isBusy}>
            {text('computer.keep-place')}
          </Button>
          <Button onPress={onChooseAgain} pending={isAsking} disabled={isBusy}>
            {text('computer.choose-again')}
          </Button>
          {problem === null && (
            <Button variant="primary" pending={isBusy} onPress={() => move.mutate({ token })}>
              {text('computer.move-action')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <DescriptionList
          items={[
            { term: text('computer.move-from'), detail: <bdi className={styles.path}>{from}</bdi> },
            { term: text('computer.move-to'), detail: <bdi className={styles.path}>{path}</bdi> },
          ]}
        />
        {problem !== null && <ProblemNote>{text(`computer.problem-${problem}`)}</ProblemNote>}
        {problem === null && (
          <>
            {warnings.map((warning) => (
              <ProblemNote key={warning} tone="warning">
                <p>{text(`computer.warning-${warning}`)}</p>
              </ProblemNote>
            ))}
            <p>{text('computer.move-what')}</p>
            <p>{text('computer.move-after')}</p>
          </>
        )}
        {move.error && <ProblemNote>{errorText(move.error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}
