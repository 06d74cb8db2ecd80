import { createHash } from 'node:crypto'
import { html, type Html } from './html.ts'

const ESTILO = [
  ':root{color-scheme:light dark;--papel:#fbfaf7;--tinta:#1b1d21;--linea:#d9d6cf;--segunda:#565b63}',
  '@media(prefers-color-scheme:dark){:root{--papel:#16181c;--tinta:#eceae5;--linea:#3a3d43;--segunda:#b0b4ba}}',
  'body{font:1rem/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;background:var(--papel);color:var(--tinta)}',
  'h1{font-size:1.75rem;line-height:1.2}h2{margin-top:3rem;border-top:1px solid var(--linea);padding-top:1rem}h3{margin:2.5rem 0 .25rem}h4{margin:1rem 0 .25rem}',
  'p,li{max-width:70ch}p{margin:.5rem 0}a{color:inherit}a:focus-visible,pre:focus-visible{outline:3px solid #ffbf47}',
  'code,pre{font:.9rem/1.45 ui-monospace,monospace}code{overflow-wrap:anywhere}',
  'pre{border:1px solid var(--linea);padding:.75rem;overflow:auto;max-height:24rem}',
  'table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid var(--linea);overflow-wrap:anywhere}',
  'th{font-weight:600;width:28%}.indice{columns:17rem;padding-left:1.25rem}.indice li{break-inside:avoid;padding:.2rem 0}.nota{color:var(--segunda)}',
].join('')

const HUELLA = createHash('sha256').update(ESTILO).digest('base64')

/** No script, and nothing from any other address. */
export const POLITICA = `default-src 'none'; style-src 'sha256-${HUELLA}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export function pagina(titulo: string, contenido: readonly Html[]): string {
  const { text } = html`<!doctype html>
<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titulo}</title><style>`
  const rest = html`</style></head>
<body><main><h1>${titulo}</h1>${contenido}</main></body></html>
`
  return text + ESTILO + rest.text
}
