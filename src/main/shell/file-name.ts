const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
const longest = 120;

/** A file name that every system takes, made from one that may hold anything; a short extension is kept. */
export function safeFileName(wanted: string): string {
  const cleaned = wanted
    .replace(forbidden, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(cleaned)?.[0] ?? '';
  const stem = [...cleaned.slice(0, cleaned.length - extension.length)]
    .slice(0, longest)
    .join('')
    .replace(/[ .]+$/u, '');
  if (stem === '') return `Orderlla${extension}`;
  return `${reserved.test(stem) ? '_' : ''}${stem}${extension}`;
}
