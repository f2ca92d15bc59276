import { Search } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../../ui/app-context.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './palette.module.css';
import { paletteKeys } from './palette-keys.ts';
import { optionId, PaletteList } from './palette-list.tsx';
import { type PaletteState, usePalette } from './use-palette.ts';
import type { PaletteUse } from './use-palette-items.tsx';

type PaletteProps = PaletteUse & { readonly onClose: () => void };

/** One field over everything: type, walk with the arrows, Enter opens or does it. */
export function Palette(props: PaletteProps) {
  const text = useText();
  return (
    <ModalOverlay
      className={joinClasses(styles.overlay)}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className={joinClasses(styles.modal)}>
        <AriaDialog className={joinClasses(styles.dialog)} aria-label={text('palette.title')}>
          <HotkeyScope>
            <Content {...props} />
          </HotkeyScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content(props: PaletteProps) {
  const text = useText();
  const listId = useId();
  const palette = usePalette(props);
  const { groups, count, at, isSettled, hasFailed } = palette;
  useHotkeys([{ keys: paletteKeys, label: text('palette.title'), run: props.onClose }]);
  return (
    <>
      <Field listId={listId} palette={palette} />
      <PaletteList id={listId} groups={groups} active={at} onPick={palette.pick} />
      {count === 0 && isSettled && <Nothing words={palette.typed.trim()} scanned={palette.scanned} />}
      {hasFailed && (
        <p role="alert" className={styles.failed}>
          {text('palette.unreadable')}
        </p>
      )}
      <VisuallyHidden>
        <span role="status">{isSettled ? text('palette.count', { count }) : ''}</span>
      </VisuallyHidden>
      <Hints />
    </>
  );
}

function Field({ listId, palette }: { readonly listId: string; readonly palette: PaletteState }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isListed = palette.count > 0;
  return (
    <div className={styles.field}>
      <Search aria-hidden="true" className={styles.icon} />
      <input
        ref={field}
        className={styles.input}
        type="text"
        role="combobox"
        dir="auto"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-label={text('palette.field')}
        placeholder={text('palette.hint')}
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? optionId(listId, palette.at) : undefined}
        value={palette.typed}
        onChange={(event) => palette.type(event.currentTarget.value)}
        onKeyDown={palette.onKeyDown}
      />
    </div>
  );
}

function Nothing({ words, scanned }: { readonly words: string; readonly scanned: string | null }) {
  const text = useText();
  return (
    <div className={styles.nothing}>
      <p className={styles.nothingTitle}>
        {scanned === null ? text('palette.nothing', { words }) : text('palette.no-code', { code: scanned })}
      </p>
      <p>{text('palette.nothing-help')}</p>
    </div>
  );
}

const hints = [
  { name: 'walk', keys: ['ArrowUp', 'ArrowDown'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'group', keys: ['Tab'] },
  { name: 'close', keys: ['Escape'] },
] as const;

function Hints() {
  const text = useText();
  return (
    <footer className={styles.hints}>
      {hints.map(({ name, keys }) => (
        <span key={name} className={styles.hint}>
          {keys.map((one) => (
            <Kbd key={one} keys={one} />
          ))}
          {text(`palette.key-${name}`)}
        </span>
      ))}
    </footer>
  );
}
