/** How the page before this one came to its end: its process died, or it answered nothing any more. */
export const windowEnds = ['crashed', 'frozen'] as const;
export type WindowEnd = (typeof windowEnds)[number];

/** What it is called in the address of the page that main loads in its place. */
export const windowEndParameter = 'after';
