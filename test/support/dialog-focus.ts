/**
 * The test's DOM makes documents that are no `Document` by `instanceof`, by which dialogs tell whether a field in
 * them has the focus already; without this they take it for themselves. Import it for its effect.
 */
Object.defineProperty(Document, Symbol.hasInstance, {
  value: (node: unknown) => (node as Node | null)?.nodeType === 9,
});

export {};
