import type { ReactNode } from 'react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { StepFooter } from '../../ui/step-footer.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import type { ProductImport } from './use-import.ts';
import { useReadingShare } from './use-reading-share.ts';

type ImportFooterProps = {
  readonly load: ProductImport;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** The buttons of a step; while the file is read anew, how far that is. */
export function ImportFooter({ load, aside, children }: ImportFooterProps) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(load);
  const busy = {
    label: text('import-screen.reading', { file: load.state.preview?.fileName ?? '' }),
    value: share,
    words: text('import-screen.share', { share: format.percent(wholePercent(share)) }),
  };
  return (
    <StepFooter aside={aside} busy={load.isReading ? busy : null}>
      {children}
    </StepFooter>
  );
}
