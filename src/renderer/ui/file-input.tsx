import type { Ref } from 'react';
import styles from './file-input.module.css';

type FileInputProps = {
  /** Opens the system's dialog by `click()`. */
  readonly inputRef: Ref<HTMLInputElement>;
  /** Endings and kinds that the dialog shows: ".csv,.txt". */
  readonly accept: string;
  /** How many may be chosen at once; one where nothing is said. */
  readonly multiple?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
};

/** The field behind a button that chooses a file; nobody sees or reaches it itself. */
export function FileInput({ inputRef, accept, multiple = false, onChoose }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      className={styles.input}
      accept={accept}
      multiple={multiple}
      tabIndex={-1}
      aria-hidden="true"
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // The same file chosen twice is a choice too: it may have been mended meanwhile.
        event.currentTarget.value = '';
        if (files.length > 0) onChoose(files);
      }}
    />
  );
}
