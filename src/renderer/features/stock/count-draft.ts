import { mostQuantity, parseQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';

/** What is wrong with a typed figure, as `stock-take.figure-<problem>` says it. */
type FigureProblem = 'unreadable' | 'whole' | 'below-zero' | 'too-large';
export type ReadFigure = { readonly counted: Quantity | null } | { readonly problem: FigureProblem };

/** Reads a counted figure; a sum counts together what lies in two places ("12+3"), nothing is not counted. */
export function readFigure(typed: string, measured: boolean, mark: DecimalMark): ReadFigure {
  if (typed.trim() === '') return { counted: null };
  let sum = 0;
  for (const part of typed.split('+')) {
    const read = parseQuantity(part, mark);
    if (read === null) return { problem: 'unreadable' };
    if (read < 0) return { problem: 'below-zero' };
    sum += read;
    if (sum > mostQuantity) return { problem: 'too-large' };
  }
  if (!measured && sum % 1000 !== 0) return { problem: 'whole' };
  return { counted: quantity(sum) };
}

/** A figure of the sheet from the first key until the sheet itself says it. */
export type Figure =
  | {
      readonly typed: string;
      readonly stage: 'typed' | 'refused';
    }
  | {
      readonly stage: 'sent' | 'entered';
      readonly counted: Quantity | null;
      /** What was expected when it was entered. */
      readonly expected: Quantity | null;
    };

/** By product. */
type Figures = ReadonlyMap<number, Figure>;

export type FiguresAction =
  | { readonly type: 'typed'; readonly productId: number; readonly text: string }
  | { readonly type: 'judged'; readonly productId: number }
  | { readonly type: 'left'; readonly productId: number }
  | { readonly type: 'sent'; readonly productId: number; readonly counted: Quantity | null }
  | {
      readonly type: 'entered';
      readonly productId: number;
      readonly counted: Quantity | null;
      readonly expected: Quantity | null;
    }
  | {
      readonly type: 'refused';
      readonly productId: number;
      readonly counted: Quantity | null;
      readonly text: string;
    }
  | {
      readonly type: 'listed';
      readonly lines: readonly { readonly productId: number; readonly counted: Quantity | null }[];
    };

export const noFigures: Figures = new Map();

export function figuresReducer(figures: Figures, action: FiguresAction): Figures {
  switch (action.type) {
    case 'typed':
      return withFigure(figures, action.productId, { stage: 'typed', typed: action.text });
    case 'judged': {
      const figure = figures.get(action.productId);
      return figure?.stage === 'typed'
        ? withFigure(figures, action.productId, { ...figure, stage: 'refused' })
        : figures;
    }
    case 'left':
      return without(figures, [action.productId]);
    case 'sent':
      return withFigure(figures, action.productId, {
        stage: 'sent',
        counted: action.counted,
        expected: null,
      });
    case 'entered': {
      const { productId, counted, expected } = action;
      return isOnItsWay(figures.get(productId), counted)
        ? withFigure(figures, productId, { stage: 'entered', counted, expected })
        : figures;
    }
    case 'refused':
      return isOnItsWay(figures.get(action.productId), action.counted)
        ? withFigure(figures, action.productId, { stage: 'refused', typed: action.text })
        : figures;
    case 'listed': {
      const said = action.lines.filter(({ productId, counted }) => {
        const figure = figures.get(productId);
        return figure?.stage === 'entered' && figure.counted === counted;
      });
      return without(
        figures,
        said.map((line) => line.productId),
      );
    }
  }
}

/** Whether an answer is about what the figure still says: something else may have been typed since. */
function isOnItsWay(figure: Figure | undefined, counted: Quantity | null): boolean {
  return figure?.stage === 'sent' && figure.counted === counted;
}

function withFigure(figures: Figures, productId: number, figure: Figure): Figures {
  return new Map(figures).set(productId, figure);
}

function without(figures: Figures, productIds: readonly number[]): Figures {
  const gone = productIds.filter((productId) => figures.has(productId));
  if (gone.length === 0) return figures;
  const left = new Map(figures);
  for (const productId of gone) left.delete(productId);
  return left;
}
