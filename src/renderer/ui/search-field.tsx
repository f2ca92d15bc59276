import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { SearchField as AriaSearchField, Input } from 'react-aria-components/SearchField';
import { useText } from './app-context.tsx';
import fieldStyles from './field.module.css';
import type { FieldProps } from './field.tsx';
import { given } from './given.ts';
import { ariaKeys } from './hotkey-combo.ts';
import { joinClasses } from './join-classes.ts';
import { Kbd } from './kbd.tsx';
import styles from './search-field.module.css';

export type SearchFieldProps = Pick<FieldProps, 'label' | 'size' | 'autoFocus' | 'disabled'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter. */
  readonly onCommit?: ((value: string) => void) | undefined;
  /** Keys that drive a list of results from the field (arrows), before the field sees them. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly placeholder?: string | undefined;
  /** Key cap of the hotkey that brings one here, shown while it is empty. */
  readonly keys?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** Element that the arrows walk through, and its row under the cursor, for screen readers. */
  readonly controls?: string | undefined;
  readonly activeDescendant?: string | undefined;
};

/** Search box: Escape clears it, a cross clears it, Enter commits. */
export function SearchField(props: SearchFieldProps) {
  const text = useText();
  return (
    <AriaSearchField
      className={joinClasses(fieldStyles.field, props.size === 'touch' && fieldStyles.touch)}
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...given({ onSubmit: props.onCommit })}
    >
      <div className={fieldStyles.control}>
        <Search aria-hidden="true" className={fieldStyles.icon} />
        <Input
          className={joinClasses(fieldStyles.input)}
          dir="auto"
          {...given({
            ref: props.inputRef,
            placeholder: props.placeholder,
            onKeyDownCapture: props.onKeyDown,
            'aria-controls': props.controls,
            'aria-activedescendant': props.activeDescendant,
            'aria-keyshortcuts': ariaKeys(props.keys),
          })}
        />
        {props.value === '' && props.keys !== undefined && (
          <span className={styles.keys}>
            <Kbd keys={props.keys} />
          </span>
        )}
        <AriaButton
          className={joinClasses(fieldStyles.inner, props.value === '' && styles.nothingToClear)}
          aria-label={text('ui.clear-search')}
        >
          <X aria-hidden="true" />
        </AriaButton>
      </div>
    </AriaSearchField>
  );
}
