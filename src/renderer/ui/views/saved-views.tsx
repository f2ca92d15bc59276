import { useState } from 'react';
import { useText } from '../app-context.tsx';
import { useErrorText } from '../error-text.ts';
import { navigate, usePlace } from '../router.ts';
import { toast } from '../toast-queue.ts';
import { ManageViewsDialog } from './manage-views-dialog.tsx';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { wholeList } from './use-opening-view.ts';
import { ViewMenu } from './view-menu.tsx';
import {
  type BuiltInView,
  type SavedView,
  type ViewQuery,
  type ViewsModel,
  viewPlace,
} from './view-model.ts';

type SavedViewsProps = {
  readonly model: ViewsModel;
  readonly builtIn: readonly BuiltInView[];
  /** Filters, order and columns of the list as its address writes them, and nothing else. */
  readonly shown: ViewQuery;
  readonly clean: (query: ViewQuery) => ViewQuery;
};

/** The view that a list shows, the others one press away, and saving what it shows as one more. */
export function SavedViews({ model, builtIn, shown, clean }: SavedViewsProps) {
  const text = useText();
  const errorText = useErrorText();
  const { path, query } = usePlace();
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const place = viewPlace({ builtIn, saved: model.views, named: query.view, shown, clean });
  const showSaved = ({ id, query: fields }: Pick<SavedView, 'id' | 'query'>) =>
    navigate(path, { query: { ...fields, view: String(id) } });
  const showBuiltIn = ({ query: fields }: BuiltInView) => {
    const isWhole = Object.keys(fields).length === 0;
    navigate(path, { query: isWhole && model.opensWith !== null ? { view: wholeList } : fields });
  };
  const keepChanges = (view: SavedView) => {
    model.update(view.id, { query: shown }).then(
      () => toast(text('views.updated', { name: view.name }), { tone: 'positive' }),
      (error: unknown) => toast(errorText(error), { tone: 'danger' }),
    );
  };
  return (
    <>
      <ViewMenu
        model={model}
        builtIn={builtIn}
        place={place}
        onSaved={showSaved}
        onBuiltIn={showBuiltIn}
        onKeepChanges={keepChanges}
        onSaveAs={() => setDialog('save')}
        onManage={() => setDialog('manage')}
      />
      {dialog === 'save' && (
        <SaveViewDialog
          model={model}
          query={shown}
          onSaved={(viewId) => showSaved({ id: viewId, query: shown })}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'manage' && (
        <ManageViewsDialog model={model} builtIn={builtIn} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
