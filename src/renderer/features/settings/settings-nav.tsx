import { type KeyboardEvent, useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { navigate } from '../../ui/router.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { findElsewhere } from './find-elsewhere.ts';
import { findSettings } from './find-settings.ts';
import type { PartKey } from './part-key.ts';
import styles from './settings-nav.module.css';
import type { SettingsPart } from './settings-parts.tsx';

type SettingsNavProps = {
  readonly parts: readonly SettingsPart[];
  readonly part: PartKey;
  readonly unsaved: readonly string[];
};

/** The parts of the settings, and a search over what is set in them. ↑↓ walk, Enter takes the first that is found. */
export function SettingsNav({ parts, part, unsaved }: SettingsNavProps) {
  const text = useText();
  const [words, setWords] = useState('');
  const found = words.trim() === '' ? null : findSettings(words, parts, text);
  const mayBackUp = useMay('backup');
  const elsewhere = found !== null && mayBackUp ? findElsewhere(words, text) : [];
  const open = (place: { readonly part: PartKey; readonly find?: string }) => {
    setWords('');
    navigate('/settings', { query: place, replace: true });
  };
  const first = found?.[0];
  return (
    <nav className={styles.nav} aria-label={text('settings.parts')}>
      <SearchField
        label={text('settings.find')}
        placeholder={text('settings.find')}
        value={words}
        onChange={setWords}
        onCommit={() => first && open({ part: first.part, find: first.setting })}
      />
      {found === null ? (
        <ul className={styles.list} onKeyDown={walk}>
          {parts.map(({ key, icon: Icon }) => (
            <li key={key}>
              <Link to="/settings" query={{ part: key }} current={key === part} className={styles.link}>
                <Icon aria-hidden="true" className={styles.icon} />
                <span className={styles.label}>{text(`settings.part-${key}`)}</span>
                {unsaved.includes(key) && (
                  <span className={styles.unsaved} title={text('settings.unsaved')}>
                    <VisuallyHidden>{text('settings.unsaved')}</VisuallyHidden>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <ul className={styles.list} onKeyDown={walk}>
          {found.map(({ part: where, setting, label }) => (
            <li key={`${where}:${setting}`}>
              <button
                type="button"
                className={styles.link}
                onClick={() => open({ part: where, find: setting })}
              >
                <span className={styles.label}>
                  {label}
                  <span className={styles.where}>{text(`settings.part-${where}`)}</span>
                </span>
              </button>
            </li>
          ))}
          {elsewhere.map(({ setting, part: where, label }) => (
            <li key={setting}>
              <Link to="/backups" query={{ part: where }} className={styles.link}>
                <span className={styles.label}>
                  {label}
                  <span className={styles.where}>{text('frame.backups')}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {found?.length === 0 && elsewhere.length === 0 && (
        <p className={styles.nothing} role="status">
          {text('settings.find-nothing', { words: words.trim() })}
        </p>
      )}
    </nav>
  );
}

/** ↑↓ through the entries of the list. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const here = entries.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  entries[(here + step + entries.length) % entries.length]?.focus();
}
