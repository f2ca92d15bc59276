import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { BasketLine } from './basket-line.tsx';
import styles from './basket-panel.module.css';
import { useKiosk } from './kiosk-context.tsx';
import { useBasket } from './use-basket.ts';

/** What was chosen so far, what it costs, and the way to the next step. */
export function BasketPanel() {
  const text = useText();
  const { dispatch } = useKiosk();
  const basket = useBasket();
  return (
    <aside className={styles.panel} aria-label={text('kiosk.basket')}>
      <h2 className={styles.title}>{text('kiosk.basket')}</h2>
      {basket.count === 0 ? (
        <div className={styles.empty}>
          <Drawing name="cart" />
          <p className={styles.strong}>{text('kiosk.basket-empty')}</p>
          <p>{text('kiosk.basket-hint')}</p>
        </div>
      ) : (
        <ul className={styles.lines}>
          {basket.lines.map((line) => (
            <BasketLine key={line.tile.id} line={line} />
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <p className={styles.total}>
          <span>{text('kiosk.total')}</span>
          <MoneyText amount={basket.total} size="total" />
        </p>
        <Button
          size="touch"
          variant="primary"
          wide
          disabled={basket.count === 0}
          onPress={() => dispatch({ kind: 'show', view: { name: 'check' } })}
        >
          {text('kiosk.check')}
        </Button>
        {basket.count > 0 && (
          <Button size="touch" variant="quiet" wide onPress={() => dispatch({ kind: 'empty' })}>
            {text('kiosk.empty-basket')}
          </Button>
        )}
      </div>
    </aside>
  );
}
