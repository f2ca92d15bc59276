import { useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { Wizard } from '../../ui/wizard.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { HistoryAnnouncer } from './history-announcer.tsx';
import { HistoryDone } from './history-done.tsx';
import { HistoryPreviewStep } from './history-preview-step.tsx';
import { HistoryReading, HistoryRunning } from './history-progress.tsx';
import { filePreview, type HistoryStep } from './history-state.ts';
import { csvEndings } from './history-words.ts';
import { sortFiles } from './sort-files.ts';
import { type History, useHistory } from './use-history.ts';

const shownStep: Readonly<Record<HistoryStep, number>> = {
  choose: 0,
  reading: 0,
  check: 1,
  preview: 2,
  running: 3,
  done: 4,
};

/** From files of another program to orders of the shop, in four steps; nothing is changed before the last. */
export function HistoryWizard() {
  const text = useText();
  const history = useHistory();
  const input = useRef<HTMLInputElement>(null);
  const { state, session } = history;
  const { step } = state;
  const sales = filePreview(state, 'sales');
  const hasFile = sales !== null && (step === 'check' || step === 'preview');
  const choose = () => input.current?.click();
  return (
    <Wizard>
      <PageHeader
        title={text('history-screen.title')}
        subtitle={
          hasFile
            ? text('history-screen.subtitle', { file: sales.fileName, count: sales.rowCount })
            : undefined
        }
        onBack={() => navigate('/import/history')}
        actions={
          hasFile ? (
            <Button onPress={choose}>{text('history-screen.choose-another')}</Button>
          ) : (
            step === 'choose' && (
              <Button onPress={() => navigate('/import/history')}>
                {text('history-screen.see-earlier')}
              </Button>
            )
          )
        }
      />
      <Stepper
        label={text('history-screen.steps')}
        steps={(['choose', 'check', 'preview', 'run'] as const).map((name) =>
          text(`history-screen.step-${name}`),
        )}
        current={shownStep[step]}
      />
      <FileInput
        inputRef={input}
        accept={csvEndings}
        multiple
        onChoose={(files) => session.begin(sortFiles(files))}
      />
      <Step history={history} onChoose={choose} />
      <HistoryAnnouncer history={history} />
    </Wizard>
  );
}

function Step({ history, onChoose }: { readonly history: History; readonly onChoose: () => void }) {
  switch (history.state.step) {
    case 'choose':
      return <ChooseStep history={history} onChoose={onChoose} />;
    case 'reading':
      return <HistoryReading history={history} />;
    case 'check':
      return <CheckStep history={history} />;
    case 'preview':
      return <HistoryPreviewStep history={history} />;
    case 'running':
      return <HistoryRunning history={history} />;
    case 'done':
      return <HistoryDone history={history} />;
  }
}
