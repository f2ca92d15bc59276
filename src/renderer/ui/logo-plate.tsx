import styles from './logo-plate.module.css';

type LogoPlateProps = {
  /** Where the logo is. */
  readonly src: string;
  readonly size?: 'small' | 'large';
};

/** A logo that was made for paper, on a piece of paper: it reads on ink and in the dark too. Its name stands beside it. */
export function LogoPlate({ src, size = 'small' }: LogoPlateProps) {
  return (
    <span className={styles.plate} data-size={size}>
      <img src={src} alt="" className={styles.logo} draggable={false} />
    </span>
  );
}
