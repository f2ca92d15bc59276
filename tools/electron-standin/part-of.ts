/**
 * Some members of one of Electron's classes, with exactly Electron's signatures. The emitter's own are
 * left out: they return the whole class.
 */
export type PartOf<T extends object> = Partial<Omit<T, keyof NodeJS.EventEmitter>>;
