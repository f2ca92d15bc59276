import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './places-part.module.css';
import { PlaceWarnings } from './second-place-facts.tsx';

type SecondPlaceDialogProps = {
  readonly chosen: NonNullable<Output<'backups.chooseSecondPlace'>>;
  readonly isAsking: boolean;
  readonly onChooseAgain: () => void;
  readonly onClose: () => void;
};

/** What will lie in the folder that was chosen, who could read it, and the verb. */
export function SecondPlaceDialog({ chosen, isAsking, onChooseAgain, onClose }: SecondPlaceDialogProps) {
  const { path, problem, warnings, token } = chosen;
  const text = useText();
  const errorText = useErrorText();
  const set = useCommand('backups.setSecondPlace');
  const use = () =>
    set.mutate(
      { token },
      {
        onSuccess: () => {
          toast(text('backups.second-used', { path }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      title={text('backups.second-title')}
      busy={set.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} disabled={set.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button onPress={onChooseAgain} pending={isAsking} disabled={set.isPending}>
            {text('computer.choose-again')}
          </Button>
          {problem === null && (
            <Button variant="primary" pending={set.isPending} onPress={use}>
              {text('backups.second-use')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <DescriptionList
          items={[{ term: text('backups.folder'), detail: <bdi className={styles.path}>{path}</bdi> }]}
        />
        {problem !== null && <ProblemNote>{text(`backups.second-problem-${problem}`)}</ProblemNote>}
        {problem === null && (
          <>
            <PlaceWarnings warnings={warnings} />
            <p>{text('backups.second-what')}</p>
          </>
        )}
        {set.error && <ProblemNote>{errorText(set.error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}
