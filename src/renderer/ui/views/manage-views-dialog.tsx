import { ArrowDown, ArrowUp, Pencil, Share2, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Dialog } from '../dialog.tsx';
import { useErrorText } from '../error-text.ts';
import { IconButton } from '../icon-button.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { Select } from '../select.tsx';
import { toast } from '../toast-queue.ts';
import { RenameViewDialog } from './rename-view-dialog.tsx';
import type { BuiltInView, SavedView, ViewsModel } from './view-model.ts';
import styles from './views.module.css';

type ManageViewsProps = {
  readonly model: ViewsModel;
  readonly builtIn: readonly BuiltInView[];
  readonly onClose: () => void;
};

/** The saved views of a list: their names, their order, whose they are; and what the list opens with. */
export function ManageViewsDialog({ model, builtIn, onClose }: ManageViewsProps) {
  const text = useText();
  const errorText = useErrorText();
  const [asked, setAsked] = useState<{ readonly what: 'rename' | 'delete'; readonly view: SavedView } | null>(
    null,
  );
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = (change: Promise<void>) => {
    setTrouble(null);
    change.catch((error: unknown) => setTrouble(errorText(error)));
  };
  const remove = (view: SavedView) => {
    setAsked(null);
    const done = () => void toast(text('views.deleted', { name: view.name }), { tone: 'positive' });
    run(model.remove(view.id).then(done));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('views.manage-title')}
      footer={
        <Button variant="primary" onPress={onClose}>
          {text('views.done')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <OpensWith model={model} builtIn={builtIn} run={run} />
        {trouble !== null && <ProblemNote>{trouble}</ProblemNote>}
        <Views model={model} run={run} onAsk={(what, view) => setAsked({ what, view })} />
      </div>
      {asked?.what === 'rename' && (
        <RenameViewDialog model={model} view={asked.view} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'delete' && (
        <ConfirmDialog
          open
          danger
          title={text('views.delete-title', { name: asked.view.name })}
          action={text('views.delete-it')}
          keep={text('views.keep-it')}
          onConfirm={() => remove(asked.view)}
          onClose={() => setAsked(null)}
        >
          <p>{text(asked.view.shared ? 'views.delete-help-shared' : 'views.delete-help')}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

type RunProps = { readonly model: ViewsModel; readonly run: (change: Promise<void>) => void };

function OpensWith({ model, builtIn, run }: RunProps & { readonly builtIn: readonly BuiltInView[] }) {
  const text = useText();
  const [whole] = builtIn;
  const choices = [
    ...builtIn.map(({ key, name }) => ({ key, label: name })),
    ...model.views.map(({ id, name }) => ({ key: String(id), label: name })),
  ];
  const chosen = choices.find(({ key }) => key === model.opensWith)?.key ?? whole?.key ?? null;
  return (
    <Select
      label={text('views.opens-with')}
      description={text('views.opens-with-help')}
      choices={choices}
      value={chosen}
      onChange={(key) => run(model.openWith(key === whole?.key ? null : key))}
    />
  );
}

type ViewsProps = RunProps & { readonly onAsk: (what: 'rename' | 'delete', view: SavedView) => void };

function Views({ model, run, onAsk }: ViewsProps) {
  const text = useText();
  if (model.views.length === 0) return <p className={styles.help}>{text('views.manage-none')}</p>;
  const groups = [
    { title: text('views.everybodys'), views: model.views.filter(({ shared }) => shared) },
    { title: text('views.yours'), views: model.views.filter(({ shared }) => !shared) },
  ].filter(({ views }) => views.length > 0);
  return groups.map(({ title, views }) => (
    <section key={title} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.views}>
        {views.map((view, index) => (
          <ViewRow
            key={view.id}
            view={view}
            model={model}
            run={run}
            onAsk={onAsk}
            isFirst={index === 0}
            isLast={index === views.length - 1}
          />
        ))}
      </ul>
    </section>
  ));
}

type ViewRowProps = ViewsProps & {
  readonly view: SavedView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

function ViewRow({ view, model, run, onAsk, isFirst, isLast }: ViewRowProps) {
  const text = useText();
  const { id, name, shared } = view;
  const share = text(shared ? 'views.unshare-one' : 'views.share-one', { name });
  return (
    <li className={styles.view}>
      <span className={styles.words}>
        <bdi>{name}</bdi>
        {shared && <span className={styles.help}>{text('views.shared-by', { name: view.staffName })}</span>}
      </span>
      {view.mine && (
        <span className={styles.actions}>
          <IconButton
            label={text('views.move-up', { name })}
            icon={<ArrowUp />}
            size="small"
            disabled={isFirst}
            onPress={() => run(model.move(id, -1))}
          />
          <IconButton
            label={text('views.move-down', { name })}
            icon={<ArrowDown />}
            size="small"
            disabled={isLast}
            onPress={() => run(model.move(id, 1))}
          />
          {model.mayShare && (
            <IconButton
              label={share}
              icon={shared ? <UserRound /> : <Share2 />}
              size="small"
              onPress={() => run(model.update(id, { shared: !shared }))}
            />
          )}
          <IconButton
            label={text('views.rename', { name })}
            icon={<Pencil />}
            size="small"
            onPress={() => onAsk('rename', view)}
          />
          <IconButton
            label={text('views.delete', { name })}
            icon={<Trash2 />}
            size="small"
            onPress={() => onAsk('delete', view)}
          />
        </span>
      )}
    </li>
  );
}
