import { useState } from 'react';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { Dialog } from '../dialog.tsx';
import { useErrorText } from '../error-text.ts';
import { TextField } from '../text-field.tsx';
import { toast } from '../toast-queue.ts';
import type { ViewQuery, ViewsModel } from './view-model.ts';
import styles from './views.module.css';

type SaveViewDialogProps = {
  readonly model: ViewsModel;
  readonly query: ViewQuery;
  readonly onSaved: (viewId: number) => void;
  readonly onClose: () => void;
};

/** As long as a name may be. */
export const longestName = 60;

/** Keeps what the list shows under a name, for oneself or for everybody. */
export function SaveViewDialog({ model, query, onSaved, onClose }: SaveViewDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = () => {
    const given = name.trim();
    if (model.isBusy) return;
    if (given === '') return setTrouble(text('views.name-missing'));
    model.create(given, query, shared).then(
      (viewId) => {
        toast(text('views.saved', { name: given }), { tone: 'positive' });
        onSaved(viewId);
        onClose();
      },
      (error: unknown) => setTrouble(errorText(error)),
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('views.save-title')}
      size="small"
      busy={model.isBusy}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose} disabled={model.isBusy}>
            {text('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" pending={model.isBusy}>
            {text('views.save')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.help}>{text('views.save-help')}</p>
        <TextField
          label={text('views.name')}
          placeholder={text('views.name-hint')}
          autoFocus
          value={name}
          onChange={(typed) => {
            setName(typed);
            setTrouble(null);
          }}
          maxLength={longestName}
          error={trouble ?? undefined}
        />
        {model.mayShare && (
          <Checkbox checked={shared} onChange={setShared} description={text('views.share-help')}>
            {text('views.share')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
}
