/** The event object that Electron hands to listeners first. */
export type PreventableEvent<T extends object = object> = T & {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
};

/** An event that listeners can prevent. */
export function createEvent<T extends object>(properties: T): PreventableEvent<T> {
  let prevented = false;
  const event = {
    ...properties,
    preventDefault() {
      prevented = true;
    },
  };
  Object.defineProperty(event, 'defaultPrevented', { get: () => prevented, enumerable: true });
  return event as unknown as PreventableEvent<T>;
}
