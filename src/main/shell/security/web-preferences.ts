import type { WebPreferences } from 'electron';

type Options = { readonly isPackaged: boolean; readonly preload: string | null };

/**
 * What a page may do: nothing but show itself and ask through the preload. Each value is written out, defaults
 * too, so that a new Electron cannot change one unnoticed. (`nodeIntegration: true` or
 * `contextIsolation: false` would also switch the sandbox off.)
 */
export function webPreferences({ isPackaged, preload }: Options): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: !isPackaged,
    enableDeprecatedPaste: false,
    disableBlinkFeatures: 'Auxclick',
    ...(preload === null ? {} : { preload }),
  };
}
