import { useText } from '../../ui/app-context.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './help-dialog.module.css';
import { SellDialogFrame } from './sell-dialog.tsx';
import { sellHelp } from './sell-keys.ts';

/** Every key of the till on one page. */
export function HelpDialog() {
  const text = useText();
  // The titles and labels have no placeholders, which their common type cannot say.
  const say = text as (key: string) => string;
  return (
    <SellDialogFrame title={text('sell.help-title')} size="large">
      <div className={styles.groups}>
        {sellHelp.map((group) => (
          <section key={group.title}>
            <h3 className={styles.title}>{say(group.title)}</h3>
            <dl className={styles.keys}>
              {group.rows.map((row) => (
                <div key={row.label} className={styles.row}>
                  <dt className={styles.caps}>
                    {row.keys.map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dt>
                  <dd>{say(row.label)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.scan}>{text('sell.help-scan')}</p>
    </SellDialogFrame>
  );
}
