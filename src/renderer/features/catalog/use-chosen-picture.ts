import { useEffect, useMemo, useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { uploadPicture } from '../../bridge/upload-picture.ts';
import { useCommand } from '../../bridge/use-command.ts';

type Chosen = { readonly picture: Blob | null };

/**
 * The picture of a form: the one that is kept, until another is chosen or it is taken away. `save` gives main what
 * was chosen, once there is something to give it to.
 */
export function useChosenPicture(of: 'product' | 'category', pictureId: number | null) {
  const client = useClient();
  const setPicture = useCommand('catalog.setPicture');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const picture = chosen?.picture ?? null;
  const preview = useMemo(() => (picture === null ? null : URL.createObjectURL(picture)), [picture]);
  useEffect(() => {
    if (preview !== null) return () => URL.revokeObjectURL(preview);
  }, [preview]);
  const kept = pictureId === null ? null : pictureUrl(pictureId);
  const isChanged = chosen !== null && !(picture === null && pictureId === null);
  return {
    src: chosen === null ? kept : preview,
    isChanged,
    choose: (next: Blob | null) => setChosen({ picture: next }),
    reset: () => setChosen(null),
    save: async (id: number) => {
      if (!isChanged) return;
      const uploadId = picture === null ? null : await uploadPicture(client, picture);
      await setPicture.mutateAsync({ of, id, uploadId });
      setChosen(null);
    },
  };
}
