/** Readers of formats that bring no types, or none that this project's settings can resolve. */
declare module 'jsonld' {
  const jsonld: { toRDF(document: unknown, options: object): Promise<unknown> }
  export default jsonld
}
