/** Content of a message, apart from its form: plain text, or a page of the simplest kind. */
export interface Carta {
  asunto: string
  saludo: string
  partes: Parte[]
  /** Small, at the end. */
  pie: Parte[]
}

export type Parte = { texto: string } | { datos: [string, string][] } | { enlace: string; url: string }

/** A title that somebody typed may hold a line break, which would begin a line of the message or of its header. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

export function toTexto({ saludo, partes, pie }: Carta): string {
  return `${[`${saludo}:`, ...partes.map(parteToTexto), '-- ', ...pie.map(parteToTexto)].join('\n\n')}\n`
}

function parteToTexto(parte: Parte): string {
  if ('texto' in parte) return parte.texto
  if ('datos' in parte) return parte.datos.map(([term, text]) => `${term}: ${text}`).join('\n')
  return `${parte.enlace}:\n${parte.url}`
}

export function toHtml({ asunto, saludo, partes, pie }: Carta): string {
  const body = [
    `<p>${escape(saludo)}:</p>`,
    ...partes.map(parteToHtml),
    '<hr>',
    `<div style="font-size:14px">${pie.map(parteToHtml).join('\n')}</div>`,
  ]
  return `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>${escape(asunto)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:40em">
${body.join('\n')}
</body></html>
`
}

function parteToHtml(parte: Parte): string {
  if ('texto' in parte) return `<p>${escape(parte.texto)}</p>`
  if ('datos' in parte)
    return `<p>${parte.datos.map(([term, text]) => `<strong>${escape(term)}:</strong> ${escape(text)}`).join('<br>\n')}</p>`
  return `<p><a href="${escape(parte.url)}">${escape(parte.enlace)}</a></p>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
}
