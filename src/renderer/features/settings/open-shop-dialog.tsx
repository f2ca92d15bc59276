import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './section.module.css';

type Chosen = NonNullable<Output<'machine.chooseShop'>>;
type OpenShopDialogProps = {
  readonly chosen: Chosen;
  readonly isAsking: boolean;
  readonly onChooseAgain: () => void;
  readonly onClose: () => void;
};

/** Which shop a file holds, before this one is closed for it. */
export function OpenShopDialog({ chosen, isAsking, onChooseAgain, onClose }: OpenShopDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const open = useCommand('machine.openShop');
  const { problem, shop, token } = chosen;
  const isBusy = open.isPending || open.isSuccess;
  return (
    <Dialog
      open
      title={text('computer.open-title')}
      busy={isBusy}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} disabled={isBusy}>
            {text('computer.open-keep')}
          </Button>
          <Button onPress={onChooseAgain} pending={isAsking} disabled={isBusy}>
            {text('computer.choose-again')}
          </Button>
          {problem === null && shop !== null && (
            <Button variant="primary" pending={isBusy} onPress={() => open.mutate({ token })}>
              {text('computer.open-action', { shop: shop.name })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <Facts chosen={chosen} />
        {problem !== null && <ProblemNote>{text(`computer.shop-${problem}`)}</ProblemNote>}
        {problem === null && (
          <>
            {chosen.warnings.map((warning) => (
              <ProblemNote key={warning} tone="warning">
                <p>{text(`computer.warning-${warning}`)}</p>
              </ProblemNote>
            ))}
            <p>{text('computer.open-what')}</p>
          </>
        )}
        {open.error && <ProblemNote>{errorText(open.error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}

function Facts({ chosen: { path, shop } }: { readonly chosen: Chosen }) {
  const text = useText();
  const format = useFormat();
  const file = { term: text('computer.file'), detail: <bdi className={styles.path}>{path}</bdi> };
  const last = shop?.lastOrderAt ?? null;
  const facts = shop
    ? [
        { term: text('settings.part-shop'), detail: <bdi key="name">{shop.name}</bdi> },
        { term: text('frame.orders'), detail: text('computer.open-orders', { count: shop.orders }) },
        {
          term: text('computer.open-last'),
          detail: last === null ? text('computer.open-none') : format.dateTime(last),
        },
      ]
    : [];
  return <DescriptionList items={[...facts, file]} />;
}
