import { useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { LeaveWhile } from '../../ui/leave-while.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { OrderllaDone } from './orderlla-done.tsx';
import { OrderllaPreviewStep } from './orderlla-preview-step.tsx';
import { OrderllaLoading, OrderllaReading } from './orderlla-progress.tsx';
import { OrderllaRefusal } from './orderlla-refusal.tsx';
import { type OrderllaImport, useOrderllaImport } from './use-orderlla-import.ts';

/** Mebibytes; what main takes at most. */
const mostMegabytes = '64';

/** An old Orderlla shop comes in: choose its file, see what will be made and what is odd, bring it in. */
export function OrderllaImportScreen() {
  const text = useText();
  const load = useOrderllaImport();
  const input = useRef<HTMLInputElement>(null);
  const { step, preview } = load;
  const chooseFile = () => input.current?.click();
  return (
    <Wizard>
      <PageHeader
        title={text('orderlla-import.title')}
        subtitle={
          preview === null
            ? undefined
            : text('orderlla-import.subtitle', { file: preview.fileName, count: preview.read.orders })
        }
        onBack={() => navigate('/import')}
        actions={
          step === 'preview' && <Button onPress={chooseFile}>{text('orderlla-import.choose-another')}</Button>
        }
      />
      <FileInput
        inputRef={input}
        accept=".db,.sqlite,.sqlite3,.sql,.txt"
        onChoose={([file]) => file && load.choose(file)}
      />
      <OrderllaRefusal load={load} />
      <Step load={load} onChoose={chooseFile} />
      <LeaveWhile
        busy={step === 'loading'}
        title={text('import-screen.leave-title')}
        action={text('import-screen.leave-stop')}
        keep={text('import-screen.leave-stay')}
        onLeave={load.stopRunning}
      >
        {text('orderlla-import.loading-more')}
      </LeaveWhile>
    </Wizard>
  );
}

function Step({ load, onChoose }: { readonly load: OrderllaImport; readonly onChoose: () => void }) {
  const text = useText();
  switch (load.step) {
    case 'choose':
      return (
        <DropZone
          label={text('orderlla-import.drop')}
          description={text('orderlla-import.drop-more', { most: mostMegabytes })}
          onDrop={load.choose}
          onChoose={onChoose}
        />
      );
    case 'reading':
      return <OrderllaReading load={load} />;
    case 'preview':
      return <OrderllaPreviewStep load={load} />;
    case 'loading':
      return <OrderllaLoading load={load} />;
    case 'done':
      return <OrderllaDone load={load} />;
  }
}
