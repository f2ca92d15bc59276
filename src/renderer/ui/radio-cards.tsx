import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { joinClasses } from './join-classes.ts';
import styles from './radio-cards.module.css';

export type RadioCard<Key extends string> = {
  readonly key: Key;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
};

export type RadioCardsProps<Key extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly cards: readonly RadioCard<Key>[];
  readonly value: Key | null;
  readonly onChange: (value: Key) => void;
  /** Side by side where there is room, or one under the other. */
  readonly layout?: 'row' | 'column';
};

/** One of a few, each big enough to explain itself. */
export function RadioCards<Key extends string>(props: RadioCardsProps<Key>) {
  return (
    <RadioGroup
      className={joinClasses(styles.group)}
      value={props.value}
      onChange={(key) => {
        const card = props.cards.find((candidate) => candidate.key === key);
        if (card) props.onChange(card.key);
      }}
      {...(props.hideLabel ? { 'aria-label': props.label } : {})}
    >
      {!props.hideLabel && <Label className={joinClasses(styles.label)}>{props.label}</Label>}
      <div className={joinClasses(styles.cards, props.layout === 'column' && styles.column)}>
        {props.cards.map((card) => (
          <Radio
            key={card.key}
            value={card.key}
            isDisabled={card.disabled ?? false}
            className={joinClasses(styles.card)}
          >
            {card.icon !== undefined && (
              <span className={styles.icon} aria-hidden="true">
                {card.icon}
              </span>
            )}
            <span className={styles.words}>
              <span className={styles.title}>{card.label}</span>
              {card.description !== undefined && (
                <span className={styles.description}>{card.description}</span>
              )}
            </span>
            <span className={styles.dot} aria-hidden="true" />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
