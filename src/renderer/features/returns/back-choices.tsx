import { dispositions, returnReasons } from '../../../shared/domain/return-line.ts';
import { useText } from '../../ui/app-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './back-choices.module.css';
import type { BackLine, ReturnAction, SoldLine } from './return-draft.ts';

type BackChoicesProps = {
  readonly line: SoldLine;
  readonly back: BackLine;
  /** Whether they can be changed now; else they are told in words. */
  readonly open: boolean;
  readonly dispatch: (action: ReturnAction) => void;
};

/** Why a line comes back, where the goods go, and whether money goes back for them. */
export function BackChoices({ line, back, open, dispatch }: BackChoicesProps) {
  const text = useText();
  const { lineNo, name } = line;
  if (!open) {
    const words = [
      text(`returns.reason-${back.reason}`),
      text(`returns.goods-${back.disposition}`),
      ...(back.giveMoneyBack ? [] : [text('returns.goods-only')]),
    ];
    return (
      <button type="button" className={styles.told} onClick={() => dispatch({ type: 'activate', lineNo })}>
        {words.join(' · ')}
      </button>
    );
  }
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <Select
          label={text('returns.reason-of', { name })}
          hideLabel
          choices={returnReasons.map((key) => ({ key, label: text(`returns.reason-${key}`) }))}
          value={back.reason}
          onChange={(reason) => dispatch({ type: 'set-line', lineNo, change: { reason } })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label={text('returns.goods-of', { name })}
          hideLabel
          choices={dispositions.map((key) => ({ key, label: text(`returns.goods-${key}`) }))}
          value={back.disposition}
          onChange={(disposition) => dispatch({ type: 'set-line', lineNo, change: { disposition } })}
        />
      </div>
      <Checkbox
        checked={!back.giveMoneyBack}
        onChange={(goodsOnly) =>
          dispatch({ type: 'set-line', lineNo, change: { giveMoneyBack: !goodsOnly } })
        }
      >
        {text('returns.goods-only')}
      </Checkbox>
    </div>
  );
}
