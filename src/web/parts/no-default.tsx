/** Keeps the Enter key in a field of a form with several buttons from pressing the first of them. */
export function NoDefault({ form }: { readonly form?: string }) {
  return <button type="submit" form={form} disabled hidden />
}
