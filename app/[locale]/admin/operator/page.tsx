import { OperatorForm } from '@/components/admin/operator-form'
import { isFresh } from '@/lib/auth/session-limits'
import { readOperator } from '@/lib/db/operator'
import { guarded } from '../guarded'
import { changeOperatorAction } from '../operator-actions'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('operator')

/** Who operates the site. */
export default async function OperatorPage({ params }: PageProps<'/[locale]/admin/operator'>) {
  const { locale } = await params
  return guarded('operator', locale, async ({ session }, { database }) => (
    <OperatorForm
      operator={await readOperator(database)}
      isFresh={isFresh(session, new Date())}
      action={changeOperatorAction}
    />
  ))
}
