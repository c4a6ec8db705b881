import { contributionFields } from './form-fields'

/** A field that people neither see nor hear nor reach. Without styles they see it, with a text that asks to leave it empty. */
export function Trap({ label }: { readonly label: string }) {
  return (
    <div className="trap" aria-hidden="true">
      <label>
        <span>{label}</span>
        <input type="text" name={contributionFields.trap} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
