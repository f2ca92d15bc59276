/** Headers of every answer of the `app:` protocol. Nothing is guessed by content, nothing is framed. */
export function responseHeaders(
  contentType: string,
  policy: string,
  cacheControl: 'no-store' | 'immutable',
): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': cacheControl === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}
