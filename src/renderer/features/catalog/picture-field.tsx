import { ImagePlus, Trash2 } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { encodePicture } from '../../ui/encode-picture.ts';
import { Picture } from '../../ui/picture.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './picture-field.module.css';

type PictureFieldProps = {
  /** Of whom it is: its first letters stand in for a picture. */
  readonly name: string;
  readonly colour: number;
  /** Where the picture is that is shown; null for none. */
  readonly src: string | null;
  /** A new picture, drawn anew and small; null takes away the one that is there. */
  readonly onChange: (picture: Blob | null) => void;
  readonly disabled?: boolean;
};

/** A picture by drop, paste or the system's dialog; what cannot be shown is refused in words. */
export function PictureField({ name, colour, src, onChange, disabled = false }: PictureFieldProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const taking = useTaking(onChange, disabled);
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = disabled ? 'none' : 'copy';
    setOver(!disabled);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    taking.take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    taking.take(event.currentTarget.files?.[0]);
    event.currentTarget.value = '';
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields
    <div
      role="group"
      aria-label={text('product-form.picture')}
      className={styles.field}
      data-over={isOver || undefined}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.row}>
        <span className={styles.picture}>
          <Picture src={src} name={name} category={String(colour)} />
        </span>
        <div className={styles.words}>
          <p className={styles.help}>{isOver ? text('ui.drop-here') : text('product-form.picture-help')}</p>
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
            <Button
              size="small"
              icon={<ImagePlus />}
              disabled={disabled}
              pending={taking.isWorking}
              onPress={() => input.current?.click()}
            >
              {text(src === null ? 'product-form.choose-picture' : 'product-form.change-picture')}
            </Button>
            {src !== null && (
              <Button
                size="small"
                variant="quiet"
                icon={<Trash2 />}
                disabled={disabled}
                onPress={() => onChange(null)}
              >
                {text('product-form.remove-picture')}
              </Button>
            )}
          </div>
        </div>
      </div>
      {taking.problem !== null && <ProblemNote>{text(`product-form.${taking.problem}`)}</ProblemNote>}
    </div>
  );
}

/** Draws what comes in anew, wherever in the window it is pasted. */
function useTaking(onChange: (picture: Blob) => void, disabled: boolean) {
  const [problem, setProblem] = useState<Extract<Encoded, { ok: false }>['problem'] | null>(null);
  const [isWorking, setWorking] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined || disabled || isWorking) return;
    setProblem(null);
    setWorking(true);
    const hear = (encoded: Encoded) => {
      setWorking(false);
      if (encoded.ok) onChange(encoded.picture);
      else setProblem(encoded.problem);
    };
    encodePicture(file).then(hear, () => hear({ ok: false, problem: 'picture-damaged' }));
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  return { take, problem, isWorking };
}

type Encoded = Awaited<ReturnType<typeof encodePicture>>;
