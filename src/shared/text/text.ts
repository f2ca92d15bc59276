/**
 * Texts people read, by typed keys.
 *
 * A message is a sentence with `{placeholders}`, or one sentence per plural form chosen by `count`.
 * The parameters of `text('sell.take', …)` are typed from the placeholders of the English sentence, so
 * that a forgotten or misspelt one does not compile.
 */
export type PluralMessage = { readonly other: string } & {
  readonly [form in 'zero' | 'one' | 'two' | 'few' | 'many']?: string;
};
export type Message = string | PluralMessage;
export type Messages = Readonly<Record<string, Message>>;

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type Parameters<M> = M extends string
  ? { readonly [name in Placeholders<M>]: string | number }
  : M extends { readonly other: infer Other }
    ? { readonly [name in Exclude<Placeholders<Other>, 'count'>]: string | number } & {
        readonly count: number;
      }
    : never;

/** What must be given beside the key: nothing when the message has no placeholder. */
export type TextArguments<M> = keyof Parameters<M> extends never ? [] : [parameters: Parameters<M>];

export type TextOf<M extends Messages> = <Key extends keyof M & string>(
  key: Key,
  ...args: TextArguments<M[Key]>
) => string;

/** The same keys in another language; plural forms may differ. */
export type Translated<M extends Messages> = { readonly [key in keyof M]: Message };

/**
 * The function that turns a key into a sentence of one language.
 *
 * `{ zero: … }` is used for a count of 0 whatever the language's own plural rules say ("No items").
 * Numbers are written in the locale's digits; what is one and what is many follows the language of the texts, which is
 * not always the locale's: in a shop in Japan an English text still says "1 order". A parameter of the opposite writing direction is isolated,
 * so that an Arabic name inside an English sentence does not shuffle the words around it.
 */
export function createText<M extends Messages>(
  locale: string,
  messages: Translated<M>,
  language = locale,
): TextOf<M> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(locale);
  const isolate = directionOf(locale) === 'rtl' ? isolateLatin : isolateRightToLeft;

  return (key, ...args) => {
    const message: Message | undefined = messages[key];
    if (message === undefined) return key;
    const parameters = (args[0] ?? {}) as Readonly<Record<string, string | number | undefined>>;
    return choose(message, parameters.count, plural).replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : isolate(value);
    });
  };
}

export type Direction = 'ltr' | 'rtl';

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Writing direction of a locale, from its likely script. */
export function directionOf(locale: string): Direction {
  return rightToLeftScripts.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}

function choose(message: Message, count: string | number | undefined, plural: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  if (typeof count !== 'number') return message.other;
  if (count === 0 && message.zero !== undefined) return message.zero;
  return message[plural.select(count)] ?? message.other;
}

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}]/u;

function isolateRightToLeft(value: string): string {
  return rightToLeftLetter.test(value) ? firstStrongIsolate + value + popIsolate : value;
}

/** In a right-to-left sentence every value is isolated: a leading digit or sign would move otherwise. */
function isolateLatin(value: string): string {
  return value === '' ? value : firstStrongIsolate + value + popIsolate;
}
