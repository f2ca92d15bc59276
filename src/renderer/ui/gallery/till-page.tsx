import { useState } from 'react';
import { money } from '../../../shared/domain/money.ts';
import { PersonTile } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { MoneyText } from '../money-text.tsx';
import { Picture } from '../picture.tsx';
import { PinPad } from '../pin-pad.tsx';
import styles from './gallery.module.css';

const products = [
  'Flat white',
  'Carrot cake',
  'Ethiopia beans',
  'Чай',
  'قهوة',
  '抹茶',
  '1 kg',
  '🍰 Slice',
  'Oat milk',
];

export function TillPage() {
  const [pin, setPin] = useState('');
  return (
    <>
      <h1>Till</h1>
      <div className={styles.row}>
        <PersonTile name="Ada Lovelace" description="Owner" onPress={() => {}} chosen />
        <PersonTile name="Grace Hopper" description="Cashier" onPress={() => {}} />
        <PersonTile name="Wolfeschlegelsteinhausenbergerdorff" description="Cashier" onPress={() => {}} />
      </div>
      <div className={styles.columns}>
        <Card>
          <PinPad
            label="PIN of Ada"
            onPin={setPin}
            error={pin === '' ? 'That PIN is not right.' : undefined}
          />
        </Card>
        <Card title="Pictures">
          <div className={styles.tiles}>
            {products.map((name, index) => (
              <div key={name} className={styles.tile}>
                <Picture src={null} name={name} category={`category ${index}`} />
              </div>
            ))}
          </div>
        </Card>
        <Card title="Due">
          <div className={styles.stack}>
            <div className={styles.total}>
              <span>Total</span>
              <MoneyText amount={money(1078)} size="total" />
            </div>
            <Button variant="primary" size="touch" wide keys="Enter">
              Take payment
            </Button>
            <Button size="touch" wide keys="F6">
              Cash
            </Button>
          </div>
        </Card>
      </div>
    </>
  );
}
