import type { ReactNode } from 'react';
import styles from './drawing.module.css';

export type DrawingName =
  | 'products'
  | 'orders'
  | 'cart'
  | 'search'
  | 'problem'
  | 'welcome'
  | 'import'
  | 'done';

/** A small drawing in ink and amber. Decoration: the words beside it say the same. */
export function Drawing({
  name,
  size = 'normal',
}: {
  readonly name: DrawingName;
  readonly size?: 'normal' | 'large';
}) {
  return (
    <svg viewBox="0 0 160 120" aria-hidden="true" className={styles.drawing} data-size={size}>
      <ellipse className={styles.ground} cx="80" cy="105" rx="64" ry="7" />
      {drawings[name]}
    </svg>
  );
}

const products = (
  <>
    <path className={styles.paper} d="M28 44h40a3 3 0 0 1 3 3v55H25V47a3 3 0 0 1 3-3Z" />
    <path className={styles.amber} d="M40 44h16v22l-8-5-8 5z" />
    <path className={styles.soft} d="M33 92h16M33 84h10" />
    <path className={styles.paper} d="M83 54h22v40a8 8 0 0 1-8 8h-6a8 8 0 0 1-8-8z" />
    <path className={styles.amberLine} d="M83 68h22v16H83z" />
    <path className={styles.paper} d="M87 40h14v14H87z" />
    <path className={styles.dashed} d="M117 58h22v44h-22z" />
    <path className={styles.line} d="M14 102h132M128 72v14M121 79h14" />
    <path className={styles.line} d="m112 34 6-7M119 40h8M106 28v-9" />
  </>
);

const orders = (
  <>
    <path
      className={styles.paper}
      d="M52 18h56a3 3 0 0 1 3 3v82l-7.75-6-7.75 6-7.75-6-7.75 6-7.75-6-7.75 6-7.75-6-7.75 6V21a3 3 0 0 1 3-3Z"
    />
    <path className={styles.line} d="M60 32h24" />
    <path className={styles.soft} d="M60 44h18M94 44h8M60 54h22M92 54h10M60 64h14M96 64h6" />
    <path className={styles.amber} d="M58 74h44v11H58z" />
    <path className={styles.line} d="M64 79.5h10M90 79.5h6" />
  </>
);

const cart = (
  <>
    <path className={styles.line} d="M58 56c2-22 10-34 22-34s20 12 22 34" />
    <path className={styles.paper} d="M34 56h92l-9 42a6 6 0 0 1-6 4.7H49a6 6 0 0 1-6-4.7z" />
    <path
      className={styles.amber}
      d="M30 50h100a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3H30a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3Z"
    />
    <path className={styles.soft} d="m57 72 3 20M80 72v20M103 72l-3 20" />
    <path className={styles.line} d="m130 30 6-6M134 40h8M122 22v-8" />
  </>
);

const search = (
  <>
    <path
      className={styles.paper}
      d="M28 26h70a4 4 0 0 1 4 4v68a4 4 0 0 1-4 4H28a4 4 0 0 1-4-4V30a4 4 0 0 1 4-4Z"
    />
    <path className={styles.soft} d="M36 42h36M36 54h22M36 66h16M36 78h20M36 90h34" />
    <circle className={styles.glass} cx="96" cy="66" r="26" />
    <path className={styles.line} d="m115 85 20 19" />
    <path className={styles.line} d="M84 62c2-6 7-9 13-9" />
  </>
);

const problem = (
  <>
    <path className={styles.line} d="M10 74c16 0 12-20 30-20h10" />
    <path
      className={styles.paper}
      d="M50 42h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H50a4 4 0 0 1-4-4V46a4 4 0 0 1 4-4Z"
    />
    <path className={styles.line} d="M70 49h9M70 59h9" />
    <path className={styles.amber} d="M94 42h16a12 12 0 0 1 0 24H94a4 4 0 0 1-4-4V46a4 4 0 0 1 4-4Z" />
    <path className={styles.line} d="M122 54h8c16 0 8 24 22 24M97 50v8" />
    <path className={styles.line} d="m80 32-3-9M88 32l5-8M80 76l-4 9M88 76l4 8" />
  </>
);

const welcome = (
  <>
    <path className={styles.paper} d="M34 52h92v50H34z" />
    <path className={styles.glass} d="M44 64h34v24H44z" />
    <path className={styles.paper} d="M90 64h24v38H90z" />
    <path
      className={styles.paper}
      d="M30 26h100l8 22a9 9 0 0 1-18 0 9 9 0 0 1-18 0 9.5 9.5 0 0 1-22 0 9.5 9.5 0 0 1-22 0 9 9 0 0 1-18 0 9 9 0 0 1-18 0z"
    />
    <path className={styles.amber} d="M45 26h18l-5 22a9 9 0 0 1-18 0zM80 26h17l5 22a9.5 9.5 0 0 1-22 0z" />
    <path className={styles.amber} d="M114 26h16l8 22a9 9 0 0 1-18 0z" />
    <path className={styles.line} d="M24 102h112M108 84v3" />
    <path className={styles.soft} d="M50 80c4-6 8-6 11-2s7 3 11-3" />
  </>
);

const importing = (
  <>
    <path className={styles.paper} d="M46 12h44l20 20v36H46z" />
    <path className={styles.paper} d="M90 12v20h20z" />
    <path className={styles.soft} d="M56 26h22M56 38h42M56 50h42M72 38v22" />
    <path className={styles.amber} d="M72 52h16v18h10L80 88 62 70h10z" />
    <path className={styles.paper} d="M30 76h18l6 12h52l6-12h18v22a5 5 0 0 1-5 5H35a5 5 0 0 1-5-5z" />
  </>
);

const done = (
  <>
    <path className={styles.paper} d="M44 20h52a4 4 0 0 1 4 4v78H40V24a4 4 0 0 1 4-4Z" />
    <path className={styles.soft} d="M50 36h30M50 48h38M50 60h22M50 72h28" />
    <circle className={styles.amber} cx="104" cy="78" r="23" />
    <path className={styles.tick} d="m93 79 8 8 15-17" />
    <path className={styles.line} d="m128 44 5-6M134 54h8M118 40v-8" />
  </>
);

const drawings: Readonly<Record<DrawingName, ReactNode>> = {
  products,
  orders,
  cart,
  search,
  problem,
  welcome,
  import: importing,
  done,
};
