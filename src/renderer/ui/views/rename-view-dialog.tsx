import { useState } from 'react';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useErrorText } from '../error-text.ts';
import { TextField } from '../text-field.tsx';
import { longestName } from './save-view-dialog.tsx';
import type { SavedView, ViewsModel } from './view-model.ts';

type RenameViewProps = { readonly model: ViewsModel; readonly view: SavedView; readonly onClose: () => void };

/** Another name for a saved view. */
export function RenameViewDialog({ model, view, onClose }: RenameViewProps) {
  const text = useText();
  const errorText = useErrorText();
  const [name, setName] = useState(view.name);
  const [trouble, setTrouble] = useState<string | null>(null);
  const rename = () => {
    const given = name.trim();
    if (model.isBusy) return;
    if (given === '') return setTrouble(text('views.name-missing'));
    model.update(view.id, { name: given }).then(onClose, (error: unknown) => setTrouble(errorText(error)));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('views.rename-title')}
      size="small"
      busy={model.isBusy}
      onSubmit={rename}
      footer={
        <>
          <Button onPress={onClose} disabled={model.isBusy}>
            {text('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" pending={model.isBusy}>
            {text('views.rename-save')}
          </Button>
        </>
      }
    >
      <TextField
        label={text('views.name')}
        autoFocus
        value={name}
        onChange={(typed) => {
          setName(typed);
          setTrouble(null);
        }}
        maxLength={longestName}
        error={trouble ?? undefined}
      />
    </Dialog>
  );
}
