/** Characters that XML 1.0 does not allow at all, half pairs among them. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Text as XML or HTML can hold it, in an element or between double quotes; what XML forbids becomes U+FFFD. */
export const escaped = (text: string): string => text.replace(forbidden, '\ufffd').replace(/[&<>"\r]/g, (char) => entities[char] as string)
