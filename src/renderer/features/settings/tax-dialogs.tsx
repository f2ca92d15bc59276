import type { TaxChangeView, TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { PutClassAside } from './put-class-aside.tsx';
import { RatesDialog } from './rates-dialog.tsx';
import { TakeBackChange } from './take-back-change.tsx';
import { NewClassDialog, RenameClassDialog } from './tax-class-dialogs.tsx';
import { taxesNow } from './tax-words.ts';

/** What is being done with a tax class. */
export type TaxTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'rates' | 'rename' | 'put-aside'; readonly taxClass: TaxClassView }
  | { readonly kind: 'take-back'; readonly taxClass: TaxClassView; readonly change: TaxChangeView };

type TaxDialogsProps = {
  readonly task: TaxTask;
  /** The classes as they are by now. */
  readonly classes: readonly TaxClassView[];
  readonly onClose: () => void;
};

/** The dialog of a task, over the class as it is by now. */
export function TaxDialogs({ task, classes, onClose }: TaxDialogsProps) {
  const live = classes.filter(({ archivedAt }) => archivedAt === null);
  if (task.kind === 'add') {
    const names = live.flatMap((one) => taxesNow(one).map(({ name }) => name));
    return <NewClassDialog taxName={names[0] ?? ''} onClose={onClose} />;
  }
  const taxClass = classes.find(({ id }) => id === task.taxClass.id) ?? task.taxClass;
  switch (task.kind) {
    case 'rates':
      return <RatesDialog taxClass={taxClass} onClose={onClose} />;
    case 'rename':
      return <RenameClassDialog taxClass={taxClass} onClose={onClose} />;
    case 'put-aside':
      return (
        <PutClassAside
          taxClass={taxClass}
          others={live.filter(({ id }) => id !== taxClass.id)}
          onClose={onClose}
        />
      );
    case 'take-back':
      return <TakeBackChange taxClass={taxClass} change={task.change} onClose={onClose} />;
  }
}
