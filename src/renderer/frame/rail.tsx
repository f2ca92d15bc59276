import { Search } from 'lucide-react';
import logo from '../assets/logo.svg';
import { pictureUrl } from '../bridge/picture-url.ts';
import { useShop } from '../bridge/use-session.ts';
import { useText } from '../ui/app-context.tsx';
import { ariaKeys } from '../ui/hotkey-combo.ts';
import { joinClasses } from '../ui/join-classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Link } from '../ui/link.tsx';
import { LogoPlate } from '../ui/logo-plate.tsx';
import { paletteKeys } from './palette/palette-keys.ts';
import styles from './rail.module.css';
import { maySee, type Screen, screenName, screens } from './screens.tsx';

type RailProps = {
  readonly rights: readonly string[];
  readonly current: Screen | null;
  /** Icons only: the till needs the room. */
  readonly folded: boolean;
  /** Opens the palette. */
  readonly onSearch: () => void;
};

/** The way to the other screens: only those the person may see. */
export function Rail({ rights, current, folded, onSearch }: RailProps) {
  const text = useText();
  const chosen = current?.under ?? current?.key;
  return (
    <nav className={joinClasses(styles.rail, folded && styles.folded)} aria-label={text('frame.rail')}>
      <Brand />
      <button
        type="button"
        className={joinClasses(styles.link, styles.search)}
        title={text('palette.open-long')}
        aria-keyshortcuts={ariaKeys('Mod+K')}
        onClick={onSearch}
      >
        <Search aria-hidden="true" className={styles.icon} />
        <span className={styles.label}>{text('palette.open')}</span>
        <span className={styles.searchKeys}>
          <Kbd keys={paletteKeys} />
        </span>
      </button>
      <ul className={styles.list}>
        {screens
          .filter((screen) => screen.rail !== undefined && maySee(screen, rights))
          .map((screen) => (
            <li key={screen.key} className={screen.key === 'settings' ? styles.last : undefined}>
              <RailLink screen={screen} current={screen.key === chosen} />
            </li>
          ))}
      </ul>
    </nav>
  );
}

function RailLink({ screen, current }: { readonly screen: Screen; readonly current: boolean }) {
  const text = useText();
  const Icon = screen.rail?.icon;
  return (
    <Link to={screen.path} current={current} className={styles.link}>
      {Icon && <Icon aria-hidden="true" className={styles.icon} />}
      <span className={styles.label}>{screenName(text, screen)}</span>
      {screen.rail && (
        <span className={styles.keys}>
          <Kbd keys={screen.rail.keys} />
        </span>
      )}
    </Link>
  );
}

/** Whose till it is: the shop's own logo and name, or the application's. */
function Brand() {
  const text = useText();
  const { name, logoPictureId } = useShop();
  if (logoPictureId === null) {
    return (
      <div className={styles.brand}>
        <img src={logo} alt="" className={styles.logo} />
        <span className={styles.name}>{text('frame.app')}</span>
      </div>
    );
  }
  return (
    <div className={styles.brand}>
      <LogoPlate src={pictureUrl(logoPictureId)} />
      <span className={styles.name} title={name}>
        {name}
      </span>
    </div>
  );
}
