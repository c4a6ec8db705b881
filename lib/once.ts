/** What was made of an object, by its name. */
const made = new WeakMap<object, Map<string, unknown>>()

/**
 * What `make` makes of an object, made once under a name for as long as the object is kept. The object must never change, and a name
 * stand for one thing.
 */
export function once<Made>(of: object, name: string, make: () => Made): Made {
  const names = made.get(of) ?? new Map<string, unknown>()
  made.set(of, names)
  if (!names.has(name)) names.set(name, make())
  return names.get(name) as Made
}
