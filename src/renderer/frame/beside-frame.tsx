import { type ReactNode, useEffect } from 'react';
import { useApiQuery } from '../bridge/api-query.ts';
import { useText } from '../ui/app-context.tsx';
import { ReadyMark } from './ready-mark.tsx';
import { readScreensAhead } from './screens.tsx';

/** What stands in the window without the frame: the wizard and the lock screen. */
export function BesideFrame({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const name = useApiQuery('setup.state', {}).data?.shop?.name ?? text('frame.app');
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(readScreensAhead, []);
  return (
    <>
      {children}
      <ReadyMark />
    </>
  );
}
