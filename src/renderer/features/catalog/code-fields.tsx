import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { Chips } from './chips.tsx';
import { ownerOfCode } from './owner-of-code.ts';
import styles from './product-form.module.css';
import type { ProductFormState } from './use-product-form.ts';

/** SKU and barcodes. A scan adds one, wherever the cursor is; one that another product has is refused by its name. */
export function CodeFields({ form }: { readonly form: ProductFormState }) {
  const text = useText();
  const { draft, set, errorOf } = form;
  const adding = useAddBarcode(form);
  return (
    <Card title={text('product-form.codes')}>
      <div className={styles.fields}>
        <TextField
          label={text('product-form.sku')}
          value={draft.sku}
          onChange={(sku) => set({ sku })}
          error={errorOf('sku')}
          maxLength={120}
          optional
        />
        <div className={styles.adding}>
          <div className={styles.grow}>
            <TextField
              label={text('product-form.add-barcode')}
              description={text('product-form.barcode-help')}
              value={adding.typed}
              onChange={adding.type}
              onCommit={(code) => adding.add(code)}
              error={adding.problem ?? undefined}
              maxLength={120}
              optional
            />
          </div>
        </div>
        <div>
          <Button
            size="small"
            icon={<Plus />}
            onPress={() => adding.add(adding.typed)}
            disabled={adding.typed.trim() === ''}
          >
            {text('product-form.add-barcode-do')}
          </Button>
        </div>
        <Chips
          label={text('product-form.barcodes')}
          values={draft.barcodes}
          removeLabel={(barcode) => text('product-form.remove-barcode', { barcode })}
          onRemove={(barcode) => set({ barcodes: draft.barcodes.filter((one) => one !== barcode) })}
        />
      </div>
    </Card>
  );
}

function useAddBarcode({ draft, saved, set }: ProductFormState) {
  const text = useText();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (code: string) => {
    const barcode = code.trim();
    if (barcode === '') return;
    setProblem(null);
    if (draft.barcodes.includes(barcode)) return setProblem(text('product-form.barcode-own', { barcode }));
    // Main decides when the form is saved; a product that is known to have it is named at once.
    const owner = await ownerOfCode(client, barcode).catch(() => null);
    if (owner !== null && owner.id !== saved?.id)
      return setProblem(text('error.barcode-taken', { name: owner.name, barcode }));
    set({ barcodes: [...draft.barcodes, barcode] });
    setTyped('');
  };
  useScanner((code) => {
    void add(code).then(() => toast(text('product-form.barcode-added', { barcode: code })));
  });
  return {
    typed,
    problem,
    type: (next: string) => {
      setTyped(next);
      setProblem(null);
    },
    add: (code: string) => void add(code),
  };
}
