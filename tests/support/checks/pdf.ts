import { getDocumentProxy } from 'unpdf'

/** Where the texts of a PDF end on the right, as a share of each page's width: 1 is its edge. */
export async function rightEdgesOf(pdf: Buffer) {
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  const edges: number[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    for (const item of items) {
      if ('str' in item && item.str.trim() !== '')
        edges.push((item.transform[4] + item.width) / width)
    }
  }
  return edges
}

/** Whether it is one for keeping, by what it says of itself (ISO 19005-2). */
export function isPdfA(pdf: Buffer) {
  return pdf.includes('<pdfaid:part>2</pdfaid:part>')
}
