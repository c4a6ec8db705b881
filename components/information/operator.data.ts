/** Who operates an installation of the site. `null`: not said yet, and the pages say so. */
export interface Operator {
  /** The person or organisation that is responsible for the site. */
  readonly name: string | null
  /** One entry for each line of the address. */
  readonly postalAddress: readonly string[] | null
  readonly email: string | null
  /** Name and address of the company that hosts the site. */
  readonly host: string | null
  /** Days for which backups of the database, and archives of a PostgreSQL server's log, are kept; 0: there are none. */
  readonly copyDays: number | null
}

/** Whoever opens this installation to the public fills this in. */
export const operator: Operator = {
  name: null,
  postalAddress: null,
  email: null,
  host: null,
  copyDays: null,
}
