/**
 * The title of a page that something asked for leads to. It takes the focus, so that screen readers begin there and read on.
 */
export function ArrivalHeading({ children }: { readonly children: string }) {
  return (
    <h1 tabIndex={-1} autoFocus>
      {children}
    </h1>
  )
}
