/** Bytes of a PDF with these lines on its pages, in Helvetica, 14 points apart; an empty line is a blank one. Characters of windows-1252 only. */
export function pdfOf(pages: readonly (readonly string[])[], title?: string): Buffer {
  const objects: string[] = []
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  objects.push('<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, lines] of pages.entries()) {
    const drawn = lines.map((line) => (line ? `(${line.replace(/([\\()])/g, '\\$1')}) Tj T*` : 'T*')).join('\n')
    const content = `BT /F1 11 Tf 14 TL 60 780 Td\n${drawn}\nET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  if (title !== undefined) objects.push(`<< /Title (${title}) >>`)
  let file = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const start = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('')}`
  const info = title === undefined ? '' : ` /Info ${objects.length} 0 R`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info} >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
