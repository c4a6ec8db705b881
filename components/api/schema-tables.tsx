import { useTranslations } from '@/lib/i18n/translations'
import { nameOf, useSchemaWords, type Schema } from './schema-words'

interface Props {
  readonly schemas: Readonly<Record<string, Schema>>
}

/** The fields of each shape of an answer. */
export function SchemaTables({ schemas }: Props) {
  const t = useTranslations('apiPage')
  const say = useSchemaWords()
  const known = Object.keys(schemas)
  const linked = (schema: Schema) => {
    const ref =
      schema.$ref ?? schema.items?.$ref ?? schema.anyOf?.find(({ $ref }) => $ref !== undefined)?.$ref
    const words = say(schema)
    const name = ref === undefined ? '' : nameOf(ref)
    return known.includes(name) ? <a href={`#schema-${name}`}>{words}</a> : words
  }
  return Object.entries(schemas).map(([name, schema]) => (
    <section key={name} aria-labelledby={`schema-${name}`} className="schema">
      <h3 id={`schema-${name}`} translate="no">
        {name}
      </h3>
      {schema.properties === undefined ? (
        <p translate="no">
          {[schema.anyOf ?? schema.oneOf ?? []].flat().map((choice, index) => (
            <code
              key={String(index)}
              className="choice"
            >{`{ ${Object.keys(choice.properties ?? {}).join(', ')} }`}</code>
          ))}
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('type')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(schema.properties).map(([field, type]) => (
              <tr key={field}>
                <th scope="row" translate="no">
                  <code>{field}</code>
                </th>
                <td translate="no">{linked(type)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  ))
}
