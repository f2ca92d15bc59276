import { type DragEvent, type ReactNode, useState } from 'react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { Drawing } from './drawing.tsx';
import styles from './drop-zone.module.css';

type DropZoneProps = {
  /** What belongs here: "Drop a product file here". */
  readonly label: string;
  /** Kinds that are read: "CSV from Shopify, WooCommerce or a spreadsheet". */
  readonly description?: ReactNode;
  /** The first of the files that were dropped; how its content is reached is not known here. */
  readonly onDrop?: (file: File) => void;
  /** All that were dropped together, where more than one belongs here. */
  readonly onDropAll?: (files: readonly File[]) => void;
  /** Opens the system's dialog. */
  readonly onChoose: () => void;
  readonly pending?: boolean;
};

/** Takes a file by drop, or leads to the dialog that chooses one. */
export function DropZone(props: DropZoneProps) {
  const { label, description, onChoose, pending = false } = props;
  const text = useText();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = pending ? 'none' : 'copy';
    setOver(!pending);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    const [file] = files;
    if (!file || pending) return;
    props.onDrop?.(file);
    props.onDropAll?.(files);
  };
  const leave = (event: DragEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields
    <div
      role="group"
      aria-label={label}
      className={styles.zone}
      data-over={over || undefined}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={leave}
      onDrop={drop}
    >
      <Drawing name="import" />
      <p className={styles.label}>{over ? text('ui.drop-here') : label}</p>
      {description !== undefined && <p className={styles.description}>{description}</p>}
      <Button variant="primary" onPress={onChoose} pending={pending}>
        {text('ui.choose-file')}
      </Button>
    </div>
  );
}
