import { screenActions } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';

/** How long a screen may take to be there with its actions, milliseconds. */
const patience = 5_000;
const step = 50;

/**
 * Goes to a screen and does there what has this label, once the screen offers it. Somebody who goes on elsewhere
 * meanwhile, or whom the screen asked first whether to leave unsaved work, is left alone.
 */
export function goAndDo(path: string, label: string): void {
  navigate(path);
  let waited = 0;
  const look = () => {
    const action = isAt(path) ? screenActions().find((one) => one.label === label) : undefined;
    if (action) return action.run();
    waited += step;
    if (waited < patience) setTimeout(look, step);
  };
  setTimeout(look, 0);
}

function isAt(path: string): boolean {
  const here = window.location.hash.replace(/^#/u, '').replace(/\?.*$/su, '');
  return here === path;
}
