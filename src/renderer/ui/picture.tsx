import { memo, useState } from 'react';
import { hueOf, initialsOf } from './initials.ts';
import { joinClasses } from './join-classes.ts';
import styles from './picture.module.css';

type PictureProps = {
  /** Address of the picture; null where there is none. */
  readonly src: string | null;
  /** What it shows; its first letters stand in for a picture that is not there. */
  readonly name: string;
  /** Gives the stand-in its hue, so that a category is seen at a glance. */
  readonly category?: string | undefined;
  readonly size?: 'fill' | 'small' | 'medium';
};

/** A product's picture, or a calm stand-in. Decoration: the name always stands beside it. */
export const Picture = memo(function Picture({ src, name, category, size = 'fill' }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const hue = hueOf(category ?? name);
  const shown = src !== null && src !== broken;
  return (
    <span
      aria-hidden="true"
      className={joinClasses(styles.picture, styles[size])}
      style={shown ? undefined : { background: `var(--hue-${hue}-soft)`, color: `var(--hue-${hue})` }}
    >
      {shown ? (
        <img
          className={styles.image}
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(src)}
        />
      ) : (
        <span className={styles.initials}>{initialsOf(name)}</span>
      )}
    </span>
  );
});
