// Pictures for the tests, fair and hostile. Nothing is stored: each is made when asked for.
import { crc32, deflateSync } from 'node:zlib'
import type { Sharp } from 'sharp'
import sharp from 'sharp'

export const ZIP = Buffer.concat([
  Buffer.from('504b03041400000000000000000000000000000000000000000001000000', 'hex'),
  Buffer.from('apayload'),
  Buffer.from('504b050600000000010001002f00000027000000000000', 'hex'),
])
export const PHP = Buffer.from('<?php system($_GET["c"]); ?>')
export const HTML = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>')
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
export const PNG_MAGIC = Buffer.from('89504e470d0a1a0a', 'hex')

export function picture(width = 640, height = 480): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
}

export function jpeg(): Promise<Buffer> {
  return picture().jpeg().toBuffer()
}

export function png(): Promise<Buffer> {
  return picture().png().toBuffer()
}

export function webp(): Promise<Buffer> {
  return picture().webp().toBuffer()
}

export function halves(): Sharp {
  const blue = { create: { width: 400, height: 600, channels: 3, background: '#0000ff' } } as const
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#ff0000' } }).composite([{ input: blue, left: 400, top: 0 }])
}

export async function colourAt(content: Buffer, { left, top }: { left: number; top: number }): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(content).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return red > blue ? 'red' : 'blue'
}

export async function animatedWebp(): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 300, height: 400, channels: 3, background } })
      .png()
      .toBuffer()
  const frames = [await frame('#f00'), await frame('#00f')]
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

export function append(content: Buffer, tail: Buffer): Buffer {
  return Buffer.concat([content, tail])
}

export function half(content: Buffer): Buffer {
  return content.subarray(0, Math.floor(content.length / 2))
}

export function flipInside(content: Buffer): Buffer {
  const copy = Buffer.from(content)
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

function chunk(type: string, data: Buffer): Buffer {
  const body = append(Buffer.from(type), data)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}

export function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8
  return Buffer.concat([PNG_MAGIC, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

/** Behind IHDR, which is always 33 bytes from the start. */
export function withPngText(content: Buffer, text: Buffer): Buffer {
  return Buffer.concat([content.subarray(0, 33), chunk('tEXt', text), content.subarray(33)])
}

export function withJpegComment(content: Buffer, text: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(text.length + 2, 2)
  return Buffer.concat([content.subarray(0, 2), head, text, content.subarray(2)])
}

/** Height and width stand five bytes behind the SOF0 marker. */
export function claimJpegSize(content: Buffer, side: number): Buffer {
  const copy = Buffer.from(content)
  const frame = copy.indexOf(Buffer.from('ffc0', 'hex'))
  copy.writeUInt16BE(side, frame + 5)
  copy.writeUInt16BE(side, frame + 7)
  return copy
}
