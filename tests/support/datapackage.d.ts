/** What the tests use of the Frictionless project's own reader, which comes without types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string
    readonly tabular: boolean
    readonly valid: boolean
    /** Every row, its values cast to their types; throws on one that breaks a constraint. */
    read(options: { readonly keyed: true }): Promise<Readonly<Record<string, unknown>>[]>
  }

  export class Package {
    static load(
      descriptor: string | object,
      options: { readonly basePath: string; readonly strict: boolean },
    ): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly Error[]
    readonly resources: readonly Resource[]
    getResource(name: string): Resource
  }
}
