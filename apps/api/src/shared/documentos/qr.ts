import { create } from 'qrcode'

/** Clear border that the standard asks for, in modules. */
const QUIET = 4

/** QR code of a text as SVG, one unit for each module: the same text is the same picture. */
export function drawQr(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const side = size + QUIET * 2
  const dark = [...data.keys()].filter((index) => data[index])
  const path = dark.map((index) => `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}
