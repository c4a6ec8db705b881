import type { Database } from '@/lib/db/engine/client'
import { unsaidOperator, type Operator } from '@/lib/operator/operator'
import { storedOperator } from '@/lib/operator/stored-operator'

/** Who operates the sites of the tests: without a name and an address nobody contributes. */
export const namedOperator: Operator = {
  ...unsaidOperator,
  name: 'Association des essais',
  email: 'contact@essais.example',
}

/** Says who operates a site, past its pages and its audit log. */
export async function nameOperator(database: Database, operator: Operator = namedOperator): Promise<void> {
  const data = { content: storedOperator(operator), revision: { increment: 1 } }
  await database.run(async (client) => client.operator.update({ where: { id: 1 }, data }))
}
