import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { movedBy } from './reorder.ts';
import styles from './tax-class-block.module.css';
import { TaxClassBlock } from './tax-class-block.tsx';
import { TaxDialogs, type TaxTask } from './tax-dialogs.tsx';
import { taxesNow, taxWords } from './tax-words.ts';

type ClassesProps = { readonly pricesIncludeTax: boolean };

/** The tax classes with their rates of all times. */
export function TaxClassesCard({ pricesIncludeTax }: ClassesProps) {
  const text = useText();
  const errorText = useErrorText();
  const classes = useApiQuery('taxes.list', {});
  const [task, setTask] = useState<TaxTask | null>(null);
  if (classes.error) {
    return (
      <ProblemNote
        title={text('taxes.unreadable')}
        action={<Button onPress={() => void classes.refetch()}>{text('taxes.again')}</Button>}
      >
        {errorText(classes.error)}
      </ProblemNote>
    );
  }
  const all = classes.data ?? [];
  const live = all.filter(({ archivedAt }) => archivedAt === null);
  const aside = all.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      <Card
        title={text('taxes.classes')}
        flush
        actions={
          <Button size="small" icon={<Plus />} onPress={() => setTask({ kind: 'add' })}>
            {text('taxes.add-class')}
          </Button>
        }
      >
        <p className={styles.note}>{text('taxes.classes-note')}</p>
        {classes.data ? (
          <Blocks classes={live} pricesIncludeTax={pricesIncludeTax} onTask={setTask} />
        ) : (
          <div className={styles.loading}>
            <Skeleton height="6rem" />
            <Skeleton height="6rem" />
          </div>
        )}
      </Card>
      {aside.length > 0 && <ClassesAside classes={aside} />}
      {task && <TaxDialogs task={task} classes={all} onClose={() => setTask(null)} />}
    </>
  );
}

type BlocksProps = ClassesProps & {
  readonly classes: readonly TaxClassView[];
  readonly onTask: (task: TaxTask) => void;
};

function Blocks({ classes, pricesIncludeTax, onTask }: BlocksProps) {
  const text = useText();
  const errorText = useErrorText();
  const reorder = useCommand('taxes.reorder');
  const setDefault = useCommand('taxes.setDefault');
  const fail = (error: unknown) => void toast(errorText(error), { tone: 'danger' });
  const before = classes.map(({ id }) => id);
  const move = ({ id, name }: TaxClassView, by: -1 | 1) => {
    const after = movedBy(before, id, by);
    if (after === null) return null;
    const done = () => void toast(text('taxes.moved', { name }), { tone: 'positive' });
    return () => reorder.mutate({ before, after }, { onSuccess: done, onError: fail });
  };
  const makeDefault = ({ id, revision, name }: TaxClassView) => {
    const done = () => void toast(text('taxes.default-changed', { name }), { tone: 'positive' });
    setDefault.mutate({ taxClassId: id, revision }, { onSuccess: done, onError: fail });
  };
  return (
    <ul className={styles.blocks} aria-label={text('taxes.classes')}>
      {classes.map((taxClass) => (
        <TaxClassBlock
          key={taxClass.id}
          taxClass={taxClass}
          pricesIncludeTax={pricesIncludeTax}
          onTask={onTask}
          onMakeDefault={() => makeDefault(taxClass)}
          onMoveUp={move(taxClass, -1)}
          onMoveDown={move(taxClass, 1)}
        />
      ))}
    </ul>
  );
}

function ClassesAside({ classes }: { readonly classes: readonly TaxClassView[] }) {
  const app = useApp();
  const { text } = app;
  const errorText = useErrorText();
  const restore = useCommand('taxes.restore');
  const bringBack = ({ id, revision, name }: TaxClassView) =>
    restore.mutate(
      { taxClassId: id, revision },
      {
        onSuccess: () => void toast(text('taxes.class-restored', { name }), { tone: 'positive' }),
        onError: (error) => void toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <Card title={text('taxes.aside')} flush>
      <List
        label={text('taxes.aside')}
        items={classes}
        itemKey={({ id }) => String(id)}
        action={(one) => (
          <Button size="small" pending={restore.isPending} onPress={() => bringBack(one)}>
            {text('taxes.restore')}
          </Button>
        )}
      >
        {(one) => (
          <span className={styles.aside}>
            <span>{one.name}</span>
            <bdi className={styles.quiet}>{taxWords(taxesNow(one), app)}</bdi>
          </span>
        )}
      </List>
    </Card>
  );
}
