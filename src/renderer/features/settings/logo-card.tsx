import { ImagePlus, Trash2 } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { uploadPicture } from '../../bridge/upload-picture.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { encodePicture } from '../../ui/encode-picture.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './logo-card.module.css';

/** The shop's logo, by the system's dialog or dropped here. Taken at once. */
export function LogoCard() {
  const text = useText();
  const { logoPictureId } = useShop();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { take, remove, problem, isWorking } = useLogo();
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    void take(event.currentTarget.files?.[0]);
    event.currentTarget.value = '';
  };
  return (
    <Card title={text('identity.logo')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields */}
      <div
        role="group"
        aria-label={text('identity.logo')}
        className={styles.row}
        data-over={isOver || undefined}
        onDragEnter={drag}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={styles.plate}>
          {logoPictureId === null ? (
            <span className={styles.none}>{text('identity.logo-none')}</span>
          ) : (
            <img src={pictureUrl(logoPictureId)} alt="" className={styles.logo} draggable={false} />
          )}
        </div>
        <div className={styles.words}>
          <p>{text('identity.logo-where')}</p>
          <p className={styles.help}>{isOver ? text('ui.drop-here') : text('identity.logo-help')}</p>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            hidden
            aria-hidden="true"
            tabIndex={-1}
            onChange={choose}
          />
          <div className={styles.actions}>
            <Button icon={<ImagePlus />} pending={isWorking} onPress={() => input.current?.click()}>
              {text(logoPictureId === null ? 'identity.logo-choose' : 'identity.logo-change')}
            </Button>
            {logoPictureId !== null && (
              <Button variant="quiet" icon={<Trash2 />} disabled={isWorking} onPress={remove}>
                {text('identity.logo-remove')}
              </Button>
            )}
          </div>
          {problem !== null && <ProblemNote>{problem}</ProblemNote>}
        </div>
      </div>
    </Card>
  );
}

/** Draws a picture anew, hands it to main and says how it went. */
function useLogo() {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
  const set = useCommand('shop.setLogo');
  const [problem, setProblem] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const done = (key: 'identity.logo-saved' | 'identity.logo-removed') =>
    void toast(text(key), { tone: 'positive' });
  const take = async (file: File | undefined) => {
    if (file === undefined || isTaking) return;
    setProblem(null);
    setTaking(true);
    try {
      const encoded = await encodePicture(file);
      if (!encoded.ok) setProblem(text(`identity.${encoded.problem}`));
      else {
        const uploadId = await uploadPicture(client, encoded.picture, 'shop.uploadLogo');
        await set.mutateAsync({ uploadId });
        done('identity.logo-saved');
      }
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setTaking(false);
    }
  };
  const remove = () => {
    setProblem(null);
    set.mutate(
      { uploadId: null },
      { onSuccess: () => done('identity.logo-removed'), onError: (error) => setProblem(errorText(error)) },
    );
  };
  return { take, remove, problem, isWorking: isTaking || set.isPending };
}
