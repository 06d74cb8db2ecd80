import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Config } from '../config.ts'
import type { Reader } from '../database/reader.ts'
import { readRelojes } from '../database/relojes.ts'
import { faltantes, PAQUETE, type Faltante, type Hallado } from './primer-inicio.ts'

const ESTILO =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}li{margin:1rem 0}code{overflow-wrap:anywhere}'
const HUELLA = createHash('sha256').update(ESTILO).digest('base64')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${HUELLA}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
}

interface Instalacion {
  config: Config
  lector: Reader
  administracion: (() => Promise<Hallado['administracion']>) | null
}

/**
 * Tells the steps that a real installation lacks until it has a proceso and somebody was invited. From then on it asks the database no more, so
 * that the link of an invitation opens.
 */
export function createInicio({ config, lector, administracion }: Instalacion): (reply: FastifyReply) => Promise<boolean> {
  let listo = config.modo !== 'produccion'
  return async (reply) => {
    if (listo) return false
    const proceso = (await readRelojes(lector)).length > 0
    const cuentas = await administracion?.()
    listo = proceso && cuentas?.invitadas !== 0
    // A process that serves only the public world knows neither the mail nor the accounts.
    if (!listo) answerInicio(reply, cuentas ? faltantes(config, { proceso, administracion: cuentas }) : [PAQUETE])
    return !listo
  }
}

/** Answers with the steps that an installation lacks, instead of an app that has nothing to show. */
function answerInicio(reply: FastifyReply, pasos: readonly Faltante[]): void {
  const items = pasos.map(({ que, porque, remedio, orden }) => {
    const escrita = orden === null ? '' : `<br><code>${escape(orden)}</code>`
    return `<li><strong>${escape(que)}.</strong> ${escape(porque)}<br>${escape(remedio)}${escrita}</li>`
  })
  void reply.code(503).headers(HEADERS).send(`<!doctype html>
<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conóceles: falta instalar</title><style>${ESTILO}</style></head>
<body><main><h1>Conóceles todavía no está listo</h1>
<p>El programa ya responde. Quien lo instala debe dar ${items.length === 1 ? 'este paso' : 'estos pasos, en este orden'}:</p>
<ol>${items.join('')}</ol>
<p>Las órdenes se dan en la carpeta del programa, en otra terminal y con los mismos ajustes (<code>DATABASE_URL</code>, <code>SMTP_URL</code>, <code>ORIGEN</code>). Al terminar, vuelva a cargar esta página.</p>
</main></body></html>
`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
