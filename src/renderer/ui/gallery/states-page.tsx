import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Drawing, type DrawingName } from '../drawing.tsx';
import { DropZone } from '../drop-zone.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import { Stepper } from '../stepper.tsx';
import { Tabs } from '../tabs.tsx';
import styles from './gallery.module.css';

const drawings: readonly DrawingName[] = [
  'products',
  'orders',
  'cart',
  'search',
  'problem',
  'welcome',
  'import',
  'done',
];
const tabs = [
  { key: 'details', label: 'Details' },
  { key: 'stock', label: 'Stock', count: '12' },
  { key: 'history', label: 'History' },
] as const;

export function StatesPage() {
  return (
    <>
      <h1>States</h1>
      <Stepper label="Set up" steps={['Your shop', 'Money and tax', 'Owner', 'Products']} current={2} />
      <div className={styles.row}>
        {drawings.map((name) => (
          <Drawing key={name} name={name} />
        ))}
      </div>
      <div className={styles.columns}>
        <Card>
          <EmptyState
            drawing="products"
            title="No products yet"
            action={<Button variant="primary">Load products</Button>}
          >
            Load them from a file, or add the first by hand.
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            happened="The orders could not be read"
            safe="Nothing was lost; sales go on."
            id="K7Q-204"
            onRetry={() => {}}
          />
        </Card>
        <Card>
          <DropZone
            label="Drop a product file here"
            description="CSV from Shopify, WooCommerce or a spreadsheet."
            onDrop={() => {}}
            onChoose={() => {}}
          />
        </Card>
      </div>
      <Card>
        <Tabs label="Product" tabs={tabs} value="details" onChange={() => {}}>
          <p>Hand-thrown mug, 300 ml.</p>
        </Tabs>
      </Card>
    </>
  );
}
