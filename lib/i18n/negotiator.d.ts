// The published types are those of an older version, which could not be told what the server prefers.
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: {
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
    })
    language(available: readonly string[]): string | undefined
    /** The one that the client likes best; among those that it likes as much, the first of `preferred`. */
    encoding<Encoding extends string>(
      available: readonly Encoding[],
      options: { readonly preferred: readonly Encoding[] },
    ): Encoding | undefined
  }
}
