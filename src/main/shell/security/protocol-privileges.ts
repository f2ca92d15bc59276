import type { CustomScheme } from 'electron';
import { appScheme } from './addresses.ts';

/**
 * `app:` counts as a secure, ordinary origin, so that policies and relative addresses work on it. Not
 * `bypassCSP`, `allowServiceWorkers`, `corsEnabled`, `allowExtensions`.
 */
export function appSchemes(): CustomScheme[] {
  return [
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ];
}
