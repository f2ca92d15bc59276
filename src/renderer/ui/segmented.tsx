import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { joinClasses } from './join-classes.ts';
import styles from './segmented.module.css';

export type SegmentedProps<Key extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly key: Key; readonly label: string; readonly icon?: ReactNode }[];
  readonly value: Key;
  readonly onChange: (value: Key) => void;
  readonly size?: 'normal' | 'touch';
};

/** One of two to five that are always seen: day, week, month. */
export function Segmented<Key extends string>(props: SegmentedProps<Key>) {
  return (
    <ToggleButtonGroup
      className={joinClasses(styles.group, props.size === 'touch' && styles.touch)}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const choice = props.choices.find(({ key }) => keys.has(key));
        if (choice) props.onChange(choice.key);
      }}
    >
      {props.choices.map(({ key, label, icon }) => (
        <ToggleButton key={key} id={key} className={joinClasses(styles.choice)}>
          {icon}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Buttons that belong together, side by side. */
export function ButtonGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields, these are buttons
    <div role="group" aria-label={label} className={styles.buttons}>
      {children}
    </div>
  );
}
