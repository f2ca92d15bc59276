import { useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { LeaveWhile } from '../../ui/leave-while.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ImportAnnouncer } from './import-announcer.tsx';
import { ImportDone } from './import-done.tsx';
import type { ImportStep } from './import-reducer.ts';
import { LoadingStep } from './loading-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ReadingStep } from './reading-step.tsx';
import { type ProductImport, useImport } from './use-import.ts';

const shownStep: Readonly<Record<ImportStep, number>> = {
  choose: 0,
  reading: 0,
  check: 1,
  preview: 2,
  loading: 3,
  done: 4,
};

/** From a product file to products of the shop, in four steps; nothing is changed before the last. */
export function ImportScreen() {
  const text = useText();
  const load = useImport();
  const input = useRef<HTMLInputElement>(null);
  const { step, preview } = load.state;
  const hasFile = preview !== null && (step === 'check' || step === 'preview');
  const chooseFile = () => input.current?.click();
  return (
    <Wizard>
      <PageHeader
        title={text('import-screen.title')}
        subtitle={
          hasFile
            ? text('import-screen.check-title', { file: preview.fileName, count: preview.rowCount })
            : undefined
        }
        onBack={() => navigate('/products')}
        actions={hasFile && <Button onPress={chooseFile}>{text('import-screen.choose-another')}</Button>}
      />
      <Stepper
        label={text('import-screen.steps')}
        steps={(['choose', 'check', 'preview', 'load'] as const).map((name) =>
          text(`import-screen.step-${name}`),
        )}
        current={shownStep[step]}
      />
      <FileInput
        inputRef={input}
        accept=".csv,.tsv,.tab,.txt,text/csv"
        onChoose={([file]) => file && load.choose(file)}
      />
      <Step load={load} onChoose={chooseFile} />
      <ImportAnnouncer load={load} />
      <LeaveWhile
        busy={step === 'loading'}
        title={text('import-screen.leave-title')}
        action={text('import-screen.leave-stop')}
        keep={text('import-screen.leave-stay')}
        onLeave={load.stopLoading}
      >
        {text('import-screen.leave')}
      </LeaveWhile>
    </Wizard>
  );
}

function Step({ load, onChoose }: { readonly load: ProductImport; readonly onChoose: () => void }) {
  switch (load.state.step) {
    case 'choose':
      return <ChooseStep load={load} onChoose={onChoose} />;
    case 'reading':
      return <ReadingStep load={load} />;
    case 'check':
      return <CheckStep load={load} onChoose={onChoose} />;
    case 'preview':
      return <PreviewStep load={load} onChoose={onChoose} />;
    case 'loading':
      return <LoadingStep load={load} />;
    case 'done':
      return <ImportDone load={load} />;
  }
}
