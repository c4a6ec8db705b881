import { withRawConnection, type RawConnection } from '@/lib/db/engine/raw-connection'
import { DatabaseError } from '@/lib/errors'
import { createDatabase, dropDatabase } from './test-server'

// A PostgreSQL server takes longer to make a database than most tests take. So each worker of the tests has databases of its own: they are
// brought back to the template, and used again by the next test, also one of another file.

/** What databases of the tests are made from, and brought back to. */
export interface Template {
  readonly url: string
  /** Tells tables, constraints, triggers and the like apart from others. */
  readonly shape: string
  /** The rows of the tables that have some, as JSON. */
  readonly rows: Readonly<Record<string, string>>
}

/** Tables of the project, but for the record of its migrations, which belongs to the shape. */
const tables = `pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`

const shapeQuery = `
  SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (
    SELECT format('%s %s %s %s %s %s', attrelid::regclass, relkind, attnum, attname, atttypid::regtype, attnotnull) AS line
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT format('%s %s', adrelid::regclass, pg_get_expr(adbin, adrelid)) FROM pg_attrdef
    UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT nspname::text FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'
    UNION ALL SELECT format('%s %s', datname, setconfig) FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase
      WHERE datname = current_database()
    UNION ALL SELECT format('%s %s', migration_name, checksum) FROM "_prisma_migrations"
  ) AS lines`

async function one({ query }: RawConnection, sql: string): Promise<string> {
  const [row] = await query(sql)
  return typeof row?.[0] === 'string' ? row[0] : ''
}

/** Reads what a migrated database is. */
export async function readTemplate(url: string): Promise<Template> {
  return withRawConnection(url, async (connection) => {
    const shape = await one(connection, shapeQuery)
    const rows: Record<string, string> = {}
    for (const [name] of await connection.query(`SELECT relname::text FROM ${tables}`)) {
      const found = await one(connection, `SELECT coalesce(json_agg(t), '[]')::text FROM "${String(name)}" t`)
      if (found !== '[]') rows[String(name)] = found
    }
    return { url, shape, rows }
  })
}

const switchTriggers = (how: 'DISABLE' | 'ENABLE') => `
  FOR name IN SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal LOOP
    EXECUTE format('ALTER TABLE %s ${how} TRIGGER USER', name);
  END LOOP;`

/** Brings a database back to the template. Returns whether it could: not where the database is not there, or has another shape. */
async function restore(url: string, { shape, rows }: Template): Promise<boolean> {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const filled = Object.entries(rows).map(
    ([name, json]) =>
      `DELETE FROM "${name}"; INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", ${quoted(json)});`,
  )
  const names = Object.keys(rows).map(quoted).join(', ')
  try {
    return await withRawConnection(url, async (connection) => {
      await connection.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      if ((await one(connection, shapeQuery)) !== shape) return false
      // Triggers refuse what is taken away from an audit log. The owner of a table may switch them off, as tests also do.
      await connection.execute(`
        DO $$ DECLARE name text; has_rows boolean; full_tables text := NULL; BEGIN
          ${switchTriggers('DISABLE')}
          FOR name IN SELECT relname FROM ${tables} AND relname NOT IN (${names}) LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO has_rows;
            IF has_rows THEN full_tables := concat_ws(', ', full_tables, quote_ident(name)); END IF;
          END LOOP;
          IF full_tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || full_tables || ' CASCADE'; END IF;
          ${filled.join('\n')}
          ${switchTriggers('ENABLE')}
        END $$`)
      return true
    })
  } catch (error) {
    if (error instanceof DatabaseError) return false
    throw error
  }
}

let made = 0
const free: string[] = []

/** A database that is as the template, on the same server, of which nobody else knows. */
export async function takeDatabase(serverUrl: string, template: Template): Promise<string> {
  const next = () => {
    made += 1
    const { pathname } = new URL(template.url)
    const name = `${pathname}_${process.env['VITEST_POOL_ID']}_${made}`
    return Object.assign(new URL(template.url), { pathname: name }).href
  }
  const url = free.pop() ?? next()
  if (!(await restore(url, template))) {
    await dropDatabase(serverUrl, url)
    await createDatabase(serverUrl, url, template.url)
  }
  return url
}

/** Gives back a database that was taken, whatever was done with it. */
export function giveBackDatabase(url: string): void {
  free.push(url)
}
