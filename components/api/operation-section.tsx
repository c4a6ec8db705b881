import { useTranslations } from '@/lib/i18n/translations'
import { apiBase, operationOf, type OperationName } from '@/lib/api/operations'
import { problems } from '@/lib/api/problems'
import { nameOf } from './schema-words'
import type { ShownDocument } from './shown-document'

interface Props {
  readonly name: OperationName
  readonly document: ShownDocument
}

/** The command that sends the example. */
function commandFor(name: OperationName): string | null {
  const { example } = operationOf(name)
  if (example === null) return null
  const address = `"$SITE${apiBase}${example.path}"`
  if (example.body === undefined) return `curl ${address}`
  return `curl ${address} --json '${JSON.stringify(example.body, null, 1).replaceAll(/\n\s*/g, ' ')}'`
}

/** One thing that can be asked for: where, with what, what comes back. */
export function OperationSection({ name, document }: Props) {
  const t = useTranslations('apiPage')
  const { method, path, answer, problems: refusals } = operationOf(name)
  const operation = document.paths?.[path]?.[method]
  const content: { readonly schema?: { readonly $ref?: string } } | undefined =
    operation?.responses?.['200']?.content?.[answer.type]
  const ref = content?.schema?.$ref
  const command = commandFor(name)
  return (
    <section aria-labelledby={name} className="operation">
      <h3 id={name}>{operation?.summary}</h3>
      <p>
        <code translate="no">{`${method.toUpperCase()} ${apiBase}${path}`}</code>
      </p>
      <p>{operation?.description}</p>
      {operation?.parameters !== undefined && operation.parameters.length > 0 && (
        <>
          <h4>{t('parameters')}</h4>
          <dl>
            {operation.parameters.map((parameter) => (
              <div key={parameter.name}>
                <dt>
                  <code translate="no">{parameter.name}</code>
                  {parameter.required === true && ` (${t('required')})`}
                </dt>
                <dd>{parameter.description}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h4>{t('answer')}</h4>
      <p>{ref === undefined ? t('table') : <a href={`#schema-${nameOf(ref)}`}>{nameOf(ref)}</a>}</p>
      {refusals.length > 0 && (
        <p className="hint">
          {`${t('errors')} `}
          {refusals.map((refusal, index) => (
            <span key={refusal}>
              {index > 0 && ', '}
              <a href={`#problem-${refusal}`} title={problems[refusal].title}>
                {refusal}
              </a>
            </span>
          ))}
        </p>
      )}
      {command !== null && (
        <>
          <h4>{t('example')}</h4>
          <pre className="to-copy" translate="no">
            {command}
          </pre>
        </>
      )}
    </section>
  )
}
