// Child process of process-fotografia.ts: one photograph, one answer, the end. Built as a file of its own.
import sharp from 'sharp'
import type { Recorte } from './fotografia.ts'
import { reencodeFotografia } from './reencode-fotografia.ts'

sharp.cache(false)
sharp.concurrency(1)
// The library knows some twenty formats more; a decoder that is switched off cannot be attacked.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

process.once('message', (message) => {
  const { content, recorte } = message as { content: Uint8Array; recorte?: Recorte }
  void reencodeFotografia(Buffer.from(content), recorte).then((result) => {
    process.send?.(result, () => {
      process.disconnect()
    })
  })
})
process.send?.('ready')
