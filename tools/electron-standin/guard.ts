import { EventEmitter } from 'node:events';

/** Names that tools ask of any object (promises, inspectors, matchers); they mean nothing here. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'catch',
  'toJSON',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  'default',
  '__esModule',
  'inspect',
  'length',
  'size',
]);

/**
 * The end of a prototype chain that answers an unknown name with a sentence instead of `undefined`,
 * so that an application which begins to use more of Electron learns at once what is missing here.
 */
export function unimplemented(name: string, base: object | null = Object.prototype): object {
  return new Proxy(Object.create(base) as object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || ASKED_OF_ANYTHING.has(key)) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
}

/** A module object whose unknown members throw. */
export function guarded<T extends object>(name: string, members: T): T {
  Object.setPrototypeOf(members, unimplemented(name));
  return members;
}

/** A module object that emits events and whose unknown members throw. */
export function emitting<T extends object>(name: string, members: T): T & EventEmitter {
  Object.setPrototypeOf(members, unimplemented(name, EventEmitter.prototype));
  Reflect.apply(EventEmitter, members, []);
  return members as T & EventEmitter;
}

/** Makes the instances of a class throw on unknown members. Call once per class that extends EventEmitter. */
export function guardInstances(name: string, prototype: object): void {
  Object.setPrototypeOf(prototype, unimplemented(name, Object.getPrototypeOf(prototype) as object | null));
}

/** A whole module that the stand-in lacks: it can be imported, and throws when it is used. */
export function absent(name: string): object {
  // Not an arrow function: only what could be constructed can refuse to be.
  function refuse(): never {
    throw new Error(`electron stand-in: ${name} is not implemented`);
  }
  return new Proxy(refuse, {
    get(target, key) {
      if (typeof key === 'symbol' || ASKED_OF_ANYTHING.has(key)) return Reflect.get(target, key) as unknown;
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
    construct: refuse,
  });
}
