import { useFormat, useText } from '../../ui/app-context.tsx';
import { Figure } from '../../ui/figure.tsx';
import styles from './tallies.module.css';

type TalliesProps = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
};

/** How many products are new, changed and as before, and how many rows stay out. */
export function Tallies({ created, changed, unchanged, refused }: TalliesProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.frame}>
      <div className={styles.tallies}>
        <Figure plain label={text('import-screen.new')} value={format.number(created)} />
        <Figure plain label={text('import-screen.changed')} value={format.number(changed)} />
        <Figure plain label={text('import-screen.unchanged')} value={format.number(unchanged)} />
        <Figure plain label={text('import-screen.left-out')} value={format.number(refused)} />
      </div>
    </div>
  );
}
