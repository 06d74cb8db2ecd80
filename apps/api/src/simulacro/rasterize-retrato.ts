import sharp from 'sharp'
import type { Retrato } from './retratos.ts'

/** The drawing as somebody would upload it: JPEG of 900 × 1200. */
export function rasterizeRetrato({ svg }: Retrato): Promise<Buffer> {
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}
