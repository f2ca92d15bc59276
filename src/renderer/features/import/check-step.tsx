import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useColumnNames } from '../../ui/column-names.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Note } from '../../ui/note.tsx';
import { RawRows } from '../../ui/raw-rows.tsx';
import { StepTitle } from '../../ui/step-title.tsx';
import { FileFacts } from './file-facts.tsx';
import { ImportFooter } from './import-footer.tsx';
import { type ImportPreview, tellsApart } from './import-reducer.ts';
import { MappingCard } from './mapping-card.tsx';
import { RefusalNote } from './refusal-note.tsx';
import type { ProductImport } from './use-import.ts';

type CheckStepProps = { readonly load: ProductImport; readonly onChoose: () => void };

/** Step 2: what kind of file it is, how it is written, and for a list which column holds what. */
export function CheckStep({ load, onChoose }: CheckStepProps) {
  const text = useText();
  const { preview, mapping } = load.state;
  const isList = preview?.format === 'generic';
  const isReadable = !isList || tellsApart(mapping);
  const goOn = () => {
    if (isReadable && !load.isReading) load.goOn();
  };
  useHotkeys([{ keys: 'Mod+Enter', label: text('import-screen.see-changes'), run: goOn }]);
  if (preview === null) return null;
  return (
    <>
      <StepTitle title={text('import-screen.step-check')} hidden />
      <RefusalNote load={load} onChoose={onChoose} />
      <FileFacts load={load} preview={preview} />
      {isList && (
        <>
          {!isReadable && <Note tone="warning">{text('import-screen.missing-name')}</Note>}
          {isReadable && mapping.name === undefined && (
            <Note tone="info">{text('import-screen.without-name')}</Note>
          )}
          {isReadable && mapping.price === undefined && (
            <Note tone="info">{text('import-screen.without-price')}</Note>
          )}
          <MappingCard load={load} preview={preview} />
        </>
      )}
      <FirstRows preview={preview} />
      <ImportFooter load={load}>
        <Button
          variant="primary"
          keys="Mod+Enter"
          onPress={goOn}
          pending={load.isReading}
          disabledReason={isReadable ? undefined : text('import-screen.missing-name')}
        >
          {text('import-screen.see-changes')}
        </Button>
      </ImportFooter>
    </>
  );
}

function FirstRows({ preview }: { readonly preview: ImportPreview }) {
  const text = useText();
  const names = useColumnNames(preview.headers);
  const title = text('import-screen.first-rows', { count: preview.sample.length });
  return (
    <Card title={title} flush>
      <RawRows label={title} names={names} rows={preview.sample} />
    </Card>
  );
}
