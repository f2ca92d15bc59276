import { useState } from 'react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { StepTitle } from '../../ui/step-title.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ImportFooter } from './import-footer.tsx';
import type { ImportPreview } from './import-reducer.ts';
import { KnownProducts } from './known-products.tsx';
import type { RowFilter } from './preview-rows.ts';
import styles from './preview-step.module.css';
import { ProblemList } from './problem-list.tsx';
import { ProductOutcomes } from './product-outcomes.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { Tallies } from './tallies.tsx';
import type { ProductImport } from './use-import.ts';

type PreviewStepProps = { readonly load: ProductImport; readonly onChoose: () => void };

/** Step 3: what loading the file would do, product by product, and which rows cannot come in. */
export function PreviewStep({ load, onChoose }: PreviewStepProps) {
  const text = useText();
  const { preview } = load.state;
  const canLoad = load.toLoad > 0;
  const goOn = () => {
    if (canLoad) load.load();
  };
  const loadLabel = canLoad
    ? text('import-screen.load', { count: load.toLoad })
    : text('import-screen.load-nothing');
  useHotkeys([{ keys: 'Mod+Enter', label: loadLabel, run: goOn }]);
  if (preview === null) return null;
  const { counts } = preview;
  const changed = load.toLoad - counts.create;
  return (
    <>
      <StepTitle title={text('import-screen.step-preview')} hidden />
      <RefusalNote load={load} onChoose={onChoose} />
      <Tallies
        created={counts.create}
        changed={changed}
        unchanged={counts.leave + counts.change - changed}
        refused={counts.refuse}
      />
      {counts.change > 0 && <KnownProducts load={load} preview={preview} />}
      <Outcomes load={load} preview={preview} changed={changed} />
      <ImportFooter
        load={load}
        aside={
          <>
            <Button onPress={load.goBack}>{text('import-screen.back')}</Button>
            {preview.problemCount > 0 && (
              <Button onPress={load.saveProblems} pending={load.isSaving}>
                {text('import-screen.save-problems')}
              </Button>
            )}
          </>
        }
      >
        <Button
          variant="primary"
          keys="Mod+Enter"
          onPress={goOn}
          disabledReason={canLoad ? undefined : text('import-screen.nothing-to-load')}
        >
          {loadLabel}
        </Button>
      </ImportFooter>
    </>
  );
}

type OutcomesProps = {
  readonly load: ProductImport;
  readonly preview: ImportPreview;
  readonly changed: number;
};

/** The products by what happens to them, and what was wrong with the file. */
function Outcomes({ load, preview, changed }: OutcomesProps) {
  const text = useText();
  const format = useFormat();
  // Where nothing can be loaded, the reasons are what a person looks for.
  const [tab, setTab] = useState<RowFilter | 'problems'>(preview.rows.length === 0 ? 'problems' : 'all');
  const { create, change, leave } = preview.counts;
  const counts = {
    all: create + change + leave,
    create,
    change: changed,
    leave: leave + change - changed,
    problems: preview.problemCount,
  };
  return (
    <div className={styles.outcomes}>
      <Tabs
        label={text('import-screen.step-preview')}
        tabs={(['all', 'create', 'change', 'leave', 'problems'] as const).map((key) => ({
          key,
          label: text(key === 'problems' ? 'import-screen.problems' : `import-screen.show-${key}`),
          count: format.number(counts[key]),
        }))}
        value={tab}
        onChange={setTab}
      >
        {tab === 'problems' ? (
          <ProblemList preview={preview} />
        ) : (
          <ProductOutcomes load={load} preview={preview} filter={tab} />
        )}
      </Tabs>
    </div>
  );
}
