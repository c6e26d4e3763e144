/** The forms in a cell of a table, which `|` parts. */
export const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])
