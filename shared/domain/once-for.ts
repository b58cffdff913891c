/** Works something out once for each object and keeps it as long as the object lives. Objects of the plan are never
 * changed in place, so what was worked out for one stays true. */
export function onceFor<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/** The same with a word beside the object: once for each pair. */
export function onceForEach<K extends object, W extends string, V>(
  work: (key: K, word: W) => V,
): (key: K, word: W) => V {
  const byKey = onceFor((_key: K) => new Map<W, { readonly value: V }>());
  return (key, word) => {
    const known = byKey(key);
    const before = known.get(word);
    if (before !== undefined) return before.value;
    const value = work(key, word);
    known.set(word, { value });
    return value;
  };
}
