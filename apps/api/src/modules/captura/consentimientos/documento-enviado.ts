import type { FastifyReply } from 'fastify'
import { extensionOf } from './formato.ts'

/** A document that somebody uploaded is never shown by the browser: it is saved, and if opened, it may do nothing. */
const DOWNLOAD = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
}

export function sendDocument(reply: FastifyReply, name: string, { medio, contenido }: { medio: string; contenido: Buffer }): Buffer {
  void reply.headers({ ...DOWNLOAD, 'content-disposition': `attachment; filename="${name}.${extensionOf(medio)}"` })
  return contenido
}
