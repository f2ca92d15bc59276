import styles from './setup-drawing.module.css';

/** A shop at dusk with its light on, in ink and amber. Decoration. */
export function SetupDrawing() {
  return (
    <svg viewBox="0 0 320 280" aria-hidden="true" className={styles.drawing}>
      <circle className={styles.moon} cx="262" cy="46" r="16" />
      <path
        className={styles.star}
        d="M40 34v8M36 38h8M92 16v6M89 19h6M206 30v6M203 33h6M296 96v6M293 99h6"
      />
      <path className={styles.hill} d="M10 254c6-44 56-56 102-36s88 14 120-8 66-10 78 44z" />
      <path className={styles.wall} d="M52 92h216v152H52z" />
      <path className={styles.light} d="M70 132h104v72H70z" />
      <path className={styles.light} d="M194 132h54v112h-54z" />
      <path
        className={styles.frame}
        d="M70 132h104v72H70zM122 132v72M70 168h104M194 132h54v112h-54zM194 168h54"
      />
      <path
        className={styles.goods}
        d="M80 204v-18h14v18zM100 204v-26h10v26zM130 204v-14h18v14zM154 204v-22h12v22z"
      />
      <path
        className={styles.goods}
        d="M78 168v-10h20v10zM104 168v-16h8v16zM132 168v-12h10v12zM148 168v-18h14v18z"
      />
      <circle className={styles.knob} cx="202" cy="206" r="3" />
      <path
        className={styles.awning}
        d="M44 78h232l14 34a14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0 14.500 14.500 0 0 1-29 0z"
      />
      <path
        className={styles.stripe}
        d="M70 78h26l-8 34a14.500 14.500 0 0 1-29 0zM122 78h26l-3 34a14.500 14.500 0 0 1-29 0zM174 78h26l3 34a14.500 14.500 0 0 1-29 0zM226 78h26l9 34a14.500 14.500 0 0 1-29 0z"
      />
      <path className={styles.sign} d="M96 40h128a8 8 0 0 1 8 8v30H88V48a8 8 0 0 1 8-8z" />
      <path className={styles.letters} d="M116 60h40M168 60h14M192 60h12" />
      <path className={styles.step} d="M180 244h82v10h-82z" />
      <path className={styles.ground} d="M16 254h288" />
      <path className={styles.pot} d="M30 226h20l-3 28H33z" />
      <path
        className={styles.leaf}
        d="M40 226c-14-6-14-22-12-30 8 4 14 12 12 30zM40 226c-2-16 4-26 12-30 4 12 0 24-12 30z"
      />
    </svg>
  );
}
