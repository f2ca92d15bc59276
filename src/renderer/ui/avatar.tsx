import { memo } from 'react';
import styles from './avatar.module.css';
import { hueOf, initialsOf } from './initials.ts';
import { joinClasses } from './join-classes.ts';

type AvatarProps = { readonly name: string; readonly size?: 'small' | 'normal' | 'large' };

/** A person by the first letters of the name. Decoration: the name stands beside it. */
export const Avatar = memo(function Avatar({ name, size = 'normal' }: AvatarProps) {
  const hue = hueOf(name);
  return (
    <span
      aria-hidden="true"
      className={joinClasses(styles.avatar, styles[size])}
      style={{ background: `var(--hue-${hue}-soft)`, color: `var(--hue-${hue})` }}
    >
      {initialsOf(name)}
    </span>
  );
});

type PersonTileProps = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly onPress: () => void;
  readonly chosen?: boolean;
};

/** A person to touch: the way in at the till. */
export function PersonTile({ name, description, onPress, chosen = false }: PersonTileProps) {
  return (
    <button type="button" className={styles.tile} aria-pressed={chosen} onClick={onPress}>
      <Avatar name={name} size="large" />
      <span className={styles.name}>{name}</span>
      {description !== undefined && <span className={styles.description}>{description}</span>}
    </button>
  );
}
